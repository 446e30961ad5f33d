import type { BreuschPagan, Coefficient, FixedEffects, LinearRegression, RowInfluence } from '../../../../scoring/index.js';
import type { RegressionModel, StandardErrors } from '../../../../survey-definitions/contract/index.js';

export type FTest = LinearRegression['f'];

/** Which variable the variance of the residuals goes with. */
export interface VarianceDriver {
  term: string;
  /** The Breusch–Pagan test against this term alone, one degree of freedom. */
  test: BreuschPagan;
  /** Change of the variance per unit of the term, in multiples of the mean variance. */
  slope: number;
}

/** Breusch–Pagan on the weighted residuals √w·e with the regressors as they are. */
export interface Heteroskedasticity {
  /** Against all terms together. */
  test: BreuschPagan;
  /** The auxiliary regression: squared residuals over their mean on all terms. */
  auxiliary: Coefficient[];
  /** Each term alone, in the order of the model. */
  drivers: VarianceDriver[];
}

/** A row of the data that the model used. */
export interface EstimatedRow {
  unit: string;
  year: number;
  observed: number;
  fitted: number;
  /** Observed less fitted, in the unit of the response. */
  residual: number;
  /** The given weight of weighted least squares, the final weight 0–1 of an M-estimator; null where rows weigh the same. */
  weight: number | null;
}

/** A row of the data that the model could not use. */
export interface MissingRow {
  unit: string;
  year: number;
  /** Columns without a value. */
  columns: string[];
}

/** What a reader of the estimates has to know; put into words by `warnings.viewModels.ts`. */
export type ModelWarning =
  | { kind: 'exact-fit' }
  | { kind: 'few-rows'; rows: number; coefficients: number }
  | { kind: 'few-clusters'; clusters: number }
  | { kind: 'not-converged'; iterations: number }
  | { kind: 'heteroskedastic'; p: number; drivers: string[] }
  | { kind: 'collinear'; term: string; factor: number }
  | { kind: 'downweighted'; rows: { unit: string; year: number; weight: number }[] };

/** A regression with everything that tables, exports and diagnostics show of it, the same for every estimator. */
export interface EstimatedModel {
  model: RegressionModel;
  /** The intercept, where there is one, is `(Intercept)` and stands first. */
  coefficients: Coefficient[];
  /** Where the standard errors come from, and the degrees of freedom of their t. */
  errors: { kind: StandardErrors; degreesOfFreedom: number; clusters: number | null };
  n: number;
  /** Rows left out, each with the columns that are missing. */
  missing: MissingRow[];
  residualDegreesOfFreedom: number;
  /** For fixed effects the share of the variation within; null for M-estimators. */
  rSquared: number | null;
  adjustedRSquared: number | null;
  /** That all slopes are zero, by usual standard errors whatever those of the table are; null for M-estimators. */
  f: FTest | null;
  /** In the unit of the response (times √w); for M-estimators the scale by the median absolute residual. */
  residualStandardError: number;
  /** For least squares only. */
  aic: number | null;
  bic: number | null;
  /** For least squares only, and not where the fit is exact. */
  heteroskedasticity: Heteroskedasticity | null;
  /** Variance inflation factors by term; null for fixed effects. */
  inflation: Readonly<Record<string, number>> | null;
  /** For fixed effects only. */
  effects: { units: number; periods: number; balanced: boolean; test: FTest; levels: FixedEffects } | null;
  /** For M-estimators only. */
  iterations: number | null;
  rows: EstimatedRow[];
  /** How much each of the rows weighs, in their order; null for M-estimators and for an exact fit. */
  influence: RowInfluence[] | null;
  warnings: ModelWarning[];
}

/** What the estimators of one family tell; the rest is the same for all. */
export type Estimates = Omit<EstimatedModel, 'model' | 'missing' | 'warnings'> & { converged: boolean; exact: boolean };
