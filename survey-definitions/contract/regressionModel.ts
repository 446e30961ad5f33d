import { z } from 'zod';
import { PanelColumnSchema } from './panelTransformation.js';

/** How the coefficients are estimated. */
export const EstimatorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ols') }),
  /** Weights are 1/v, 1/v² or v of a column v > 0: "weighted by the variance" is read in all three ways. */
  z.strictObject({
    kind: z.literal('wls'),
    variable: PanelColumnSchema,
    weight: z.enum(['inverse', 'inverse-square', 'proportional']),
  }),
  /** M-estimators with the MAD as their scale. */
  z.strictObject({ kind: z.literal('huber') }),
  z.strictObject({ kind: z.literal('bisquare') }),
  /** Fixed effects of units, of years or of both. */
  z.strictObject({ kind: z.literal('within'), effect: z.enum(['individual', 'time', 'twoways']) }),
]);
export type Estimator = z.infer<typeof EstimatorSchema>;

/** Where standard errors come from; `cluster` = CR1 by unit. */
export const StandardErrorsSchema = z.enum(['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'HC4', 'cluster']);
export type StandardErrors = z.infer<typeof StandardErrorsSchema>;

/** One regression of a panel: names are columns of the data or of their transformations. */
export const RegressionModelSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  response: PanelColumnSchema,
  terms: z.array(PanelColumnSchema).min(1).max(40),
  estimator: EstimatorSchema,
  errors: StandardErrorsSchema,
});
export type RegressionModel = z.infer<typeof RegressionModelSchema>;
