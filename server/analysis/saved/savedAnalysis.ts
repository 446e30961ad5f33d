import { z } from 'zod';
import { RegressionModelSchema } from '../../../survey-definitions/contract/index.js';
import { AnalysisSpecificationSchema } from '../regression/workingAnalysis.js';

const NumberOrNone = z.number().nullable();
const TestSchema = z.object({ statistic: z.number(), degreesOfFreedom: z.number(), p: z.number() });

/** All numbers of a model, rounded to 12 significant digits. */
export const ModelFiguresSchema = z.object({
  model: RegressionModelSchema.shape.name,
  coefficients: z.array(
    z.object({
      term: z.string(),
      estimate: z.number(),
      standardError: z.number(),
      t: NumberOrNone,
      p: NumberOrNone,
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  statistics: z.record(z.string(), NumberOrNone),
  breuschPagan: z.object({ studentized: TestSchema, nonStudentized: TestSchema }).nullable(),
  inflation: z.record(z.string(), z.number()).nullable(),
});
export type ModelFigures = z.infer<typeof ModelFiguresSchema>;

/** An analysis as it was at a moment: it never changes, and its identity is the digest of what it says. */
export const SavedAnalysisSchema = AnalysisSpecificationSchema.extend({
  /** SHA-256 of name, specification, figures and software. */
  _id: z.string().regex(/^[\da-f]{64}$/),
  name: z.string(),
  figures: z.array(ModelFiguresSchema),
  /** Name and version of the program that computed the figures. */
  software: z.string(),
  savedAt: z.date(),
  savedBy: z.object({ account: z.string(), name: z.string() }),
});
export type SavedAnalysis = z.infer<typeof SavedAnalysisSchema>;
