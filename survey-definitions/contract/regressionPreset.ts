import { z } from 'zod';
import { LocalizedTextSchema } from './localizedText.js';
import { PanelColumnSchema, PanelTransformationSchema } from './panelTransformation.js';
import { RegressionModelSchema } from './regressionModel.js';

/** A coefficient as a paper prints it; null where no standard error is printed. */
const PrintedCoefficientSchema = z.strictObject({
  term: z.union([PanelColumnSchema, z.literal('(Intercept)')]),
  estimate: z.number(),
  standardError: z.number().nullable(),
  /** Stars as printed; null where the source does not tell. */
  stars: z.enum(['', '*', '**', '***']).nullable(),
});

/** What a paper prints of a model; its data are not published, so this is shown and never reproduced. */
const PrintedModelSchema = z.strictObject({
  coefficients: z.array(PrintedCoefficientSchema),
  n: z.int(),
  rSquared: z.number().nullable(),
  breuschPaganP: z.number().nullable(),
});
export type PrintedModel = z.infer<typeof PrintedModelSchema>;

/** The regressions of a paper, ready for data of one's own: what columns are needed, what is computed of them, what was printed. */
export const RegressionPresetSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  name: LocalizedTextSchema,
  source: LocalizedTextSchema,
  /** Columns that the data must have. */
  columns: z.array(z.strictObject({ id: PanelColumnSchema, meaning: LocalizedTextSchema })).min(1),
  transformations: z.array(PanelTransformationSchema),
  /** `printed` is null for an equation of which the paper prints no estimates. */
  models: z.array(z.strictObject({ model: RegressionModelSchema, printed: PrintedModelSchema.nullable() })).min(1),
  /** Known slips of the paper and choices of this preset. */
  notes: z.array(LocalizedTextSchema),
});
export type RegressionPreset = z.infer<typeof RegressionPresetSchema>;
