import { withCanonicalNumbers, type JsonValue } from '../../../scoring/index.js';
import type { EstimatedModel } from '../regression/estimation/estimatedModel.js';
import { ModelFiguresSchema, type ModelFigures } from './savedAnalysis.js';

/** The numbers of a model that a saved analysis keeps, to 12 significant digits, in a fixed order. */
export function modelFiguresOf(estimated: EstimatedModel): ModelFigures {
  const { heteroskedasticity, inflation, coefficients } = estimated;
  const figures = {
    model: estimated.model.name,
    coefficients: coefficients.map(({ term, estimate, standardError, t, p, lower, upper }) => ({
      term,
      estimate,
      standardError,
      t,
      p,
      lower,
      upper,
    })),
    statistics: {
      n: estimated.n,
      missing: estimated.missing.length,
      degreesOfFreedom: estimated.errors.degreesOfFreedom,
      rSquared: estimated.rSquared,
      adjustedRSquared: estimated.adjustedRSquared,
      f: estimated.f?.value ?? null,
      fP: estimated.f?.p ?? null,
      residualStandardError: estimated.residualStandardError,
      aic: estimated.aic,
      bic: estimated.bic,
    },
    breuschPagan: heteroskedasticity && { ...heteroskedasticity.test },
    inflation: inflation && { ...inflation },
  };
  return ModelFiguresSchema.parse(withCanonicalNumbers(figures as unknown as JsonValue));
}
