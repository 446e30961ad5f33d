import { ScoringError } from '../scoringError.js';
import { completeCases, correlationFrom, itemCovariance, type MissingAnswers } from './itemCovariance.js';
import { maximumLikelihoodFactor } from './maximumLikelihoodFactor.js';
import { minimumResidualFactor } from './minimumResidualFactor.js';
import type { OneFactor } from './oneFactor.js';
import { sumOf } from './alphaFromCovariance.js';

/**
 * How the one-factor model is fitted: to correlations by minimum residuals or maximum likelihood, or to covariances
 * (divided by n) by maximum likelihood with a factor of variance 1.
 */
export type FactorFit = 'minimum-residuals' | 'likelihood-of-correlations' | 'likelihood-of-covariances';

/** Omega total with its model. */
export interface McDonaldOmega extends OneFactor {
  /** (Σl)²/((Σl)² + Σu), 0–1. */
  readonly omega: number;
  /** 1 − Σu/Σ of the observed matrix: the same against what was observed, not what the model says. */
  readonly omegaOfObserved: number;
  readonly n: number;
}

/**
 * McDonald's omega total of a scale from a one-factor model: the share of the variance of the sum of the items that
 * the factor explains.
 *
 * @param items k ≥ 3 columns of equal length, reversed items already turned, NaN = missing answer
 * @param options `fit`: maximum likelihood of correlations unless told; `missing`: complete cases unless told
 * @returns loadings and uniquenesses in the unit of the items for covariances, else of standardised items; a Heywood
 *   case is named in `heywoodItems`, omega is then too high
 * @throws ScoringError `too-few-items` below 3, `not-converged`, and what `itemCovariance` throws
 * @source R. P. McDonald, Test Theory: A Unified Treatment (1999), ch. 6; methodology §2.8
 * @example mcdonaldOmega(fiveItems, { fit: 'minimum-residuals' }).omega // 0.72398…
 */
export function mcdonaldOmega(
  items: readonly Float64Array[],
  options: { readonly fit?: FactorFit; readonly missing?: MissingAnswers } = {},
): McDonaldOmega {
  const { fit = 'likelihood-of-correlations', missing = 'complete' } = options;
  if (items.length < 3) throw new ScoringError('too-few-items', { items: items.length, least: 3 });
  const covariance = itemCovariance(items, missing);
  const correlation = correlationFrom(covariance);
  const n = (missing === 'complete' ? completeCases(items) : items)[0]?.length ?? 0;
  const standardised = fit === 'minimum-residuals' ? minimumResidualFactor(correlation) : maximumLikelihoodFactor(correlation);
  if (fit !== 'likelihood-of-covariances') return { ...standardised, ...omegasOf(standardised, sumOf(correlation)), n };
  const variances = covariance.map((row, item) => ((row[item] ?? 0) * (n - 1)) / n);
  const factor = {
    loadings: standardised.loadings.map((loading, item) => loading * Math.sqrt(variances[item] ?? 0)),
    uniquenesses: standardised.uniquenesses.map((uniqueness, item) => uniqueness * (variances[item] ?? 0)),
    heywoodItems: standardised.heywoodItems,
  };
  return { ...factor, ...omegasOf(factor, (sumOf(covariance) * (n - 1)) / n), n };
}

function omegasOf({ loadings, uniquenesses }: OneFactor, observed: number): { omega: number; omegaOfObserved: number } {
  const explained = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  const error = uniquenesses.reduce((sum, uniqueness) => sum + uniqueness, 0);
  return { omega: explained / (explained + error), omegaOfObserved: 1 - error / observed };
}
