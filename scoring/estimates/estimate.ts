import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import type { Interval } from '../statistics/interval.js';
import { studentInterval } from '../statistics/studentInterval.js';
import type { LinearisedRatio } from './linearisedRatio.js';
import { scaledResidualsFrom, type SamplingDesign, type SamplingFractions } from './samplingDesign.js';

/** A point estimate with both standard errors (methodology §2.6). */
export interface Estimate {
  readonly value: number;
  /** For differences between waves, towns or populations and for scores: f = 0. */
  readonly standardError: number;
  /** For statements about this population in this wave: with the finite population factor √(1 − f). */
  readonly standardErrorOfPopulation: number;
  /** Student's 95 % interval with n_valid − 1 degrees of freedom, from the standard error of the population. */
  readonly interval: Interval;
  readonly nValid: number;
  readonly effectiveN: number;
  readonly designEffect: number;
}

/**
 * An estimate with its linearised variance v = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ (z_i − z̄_h)².
 *
 * @param design all respondents, not only the domain
 * @param linearised value and residuals over at least 2 respondents
 * @param fractions sampling fractions, 0–1; absent = 0 (an infinite population)
 * @returns value, standard errors and interval in one unit
 * @throws ScoringError `empty` for fewer than 2 valid respondents, `stratum-too-small`
 * @source methodology §§2.5–2.6; checked against R survey in test/reference
 * @example estimateFrom(design, linearisedRatioFrom(design, domain, Float64Array.of(40, 70))).standardError // 15
 */
export function estimateFrom(design: SamplingDesign, linearised: LinearisedRatio, fractions: SamplingFractions = 0): Estimate {
  const { value, residuals, nValid, effectiveN, designEffect } = linearised;
  if (nValid < 2) throw new ScoringError('empty', { input: 'domain', nValid });
  const standardErrorOf = (scaled: Float64Array): number => Math.sqrt(compensatedDotProduct(scaled, scaled));
  const standardError = standardErrorOf(scaledResidualsFrom(design, residuals));
  const standardErrorOfPopulation =
    typeof fractions === 'number'
      ? standardError * Math.sqrt(1 - fractions)
      : standardErrorOf(scaledResidualsFrom(design, residuals, fractions));
  const interval = studentInterval(value, standardErrorOfPopulation, nValid - 1);
  return { value, standardError, standardErrorOfPopulation, interval, nValid, effectiveN, designEffect };
}
