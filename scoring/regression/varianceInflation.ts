import type { ModelSpecification } from './design.js';
import { linearModelFrom } from './linearModel.js';
import { unscaledCovariance } from './sandwich.js';
import { INTERCEPT } from './term.js';
import { weightedSquares } from './weightedSquares.js';

/**
 * Variance inflation factor of each term: 1/(1 − Rⱼ²), Rⱼ² of the term on the others, computed as
 * ((X'WX)⁻¹)ⱼⱼ·Σ w·(xⱼ − x̄ⱼ)² (about 0 instead of the mean in a model without intercept).
 *
 * @param specification response, terms, weights and variables
 * @returns a factor ≥ 1 per term, the intercept left out
 * @throws ScoringError as `linearModelFrom`
 * @source D. W. Marquardt, Technometrics 12 (1970), 591–612; J. Fox, G. Monette, J. Am. Stat. Assoc. 87 (1992), 178–183
 * @example varianceInflation({ response: 'y', terms: ['a', 'b'], variables }).a // 1 where a and b are uncorrelated
 */
export function varianceInflation(specification: ModelSpecification): Record<string, number> {
  const { design, fit } = linearModelFrom(specification);
  const covariance = unscaledCovariance(fit);
  const factors = design.terms.map((term, at): [string, number] => [
    term,
    (covariance[at]?.[at] ?? 0) * weightedSquares(design, design.columns[at]?.high ?? new Float64Array(0)),
  ]);
  return Object.fromEntries(factors.filter(([term]) => term !== INTERCEPT));
}
