import { z } from 'zod';
import { PanelTransformationSchema, RegressionModelSchema } from '../../../survey-definitions/contract/index.js';

/** What an analysis computes: of which data, from which columns, by which models. */
export const AnalysisSpecificationSchema = z.object({
  /** Digest of the data set. */
  data: z.string(),
  /** The preset that it was begun from; null for none. */
  preset: z.string().nullable(),
  transformations: z.array(PanelTransformationSchema),
  models: z.array(RegressionModelSchema),
});
export type AnalysisSpecification = z.infer<typeof AnalysisSpecificationSchema>;

/** An analysis that somebody works on; nobody else sees it. */
export const WorkingAnalysisSchema = AnalysisSpecificationSchema.extend({
  _id: z.string(),
  name: z.string(),
  /** Grows with every change. */
  revision: z.int(),
  changedAt: z.date(),
  owner: z.string(),
});
export type WorkingAnalysis = z.infer<typeof WorkingAnalysisSchema>;
