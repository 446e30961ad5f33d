import { ScoringError } from '../scoringError.js';
import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';
import type { Interval } from '../statistics/interval.js';
import { studentInterval } from '../statistics/studentInterval.js';
import { designDegreesOfFreedom } from './designDegreesOfFreedom.js';
import { checkDesign, scaledResidualsFrom, type SamplingDesign, type SamplingFractions } from './samplingDesign.js';
import { adjustedResiduals, type WeightAdjustment } from './weightAdjustment.js';

/** A mean, share, ratio or total of a sample with any design. */
export interface DesignEstimate {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

export interface DesignEstimateOptions {
  /** Sampling fractions of primary units, 0–1; absent = 0 (an infinite population). */
  readonly fractions?: SamplingFractions;
  /** How the weights were adjusted; absent = taken as given. */
  readonly adjustment?: WeightAdjustment;
  /** Primary sampling units − strata unless told. */
  readonly degreesOfFreedom?: number;
  /** Coverage of the interval, 95 % unless told. */
  readonly level?: number;
}

/**
 * An estimate with the linearised variance of its design: stratified, of clusters, from a finite population, with
 * adjusted weights. The interval is Student's.
 *
 * @param design all rows, not only the domain
 * @param linearised value with residuals z per row, from `linearisedRatioFrom` or `linearisedTotalFrom`
 * @param options of the variance and the interval
 * @returns everything in the unit of the value
 * @throws ScoringError `stratum-too-small`, `clusters-not-nested`, `rank-deficient`, `out-of-range` for no degrees of freedom
 * @source T. Lumley, Complex Surveys (2010), §§2–3, 7; R survey `svymean`, `svytotal`, `svyratio`
 * @example designEstimateFrom({ rows: 2 }, { value: 55, residuals: Float64Array.of(-7.5, 7.5) }).standardError // 15
 */
export function designEstimateFrom(
  design: SamplingDesign,
  linearised: { readonly value: number; readonly residuals: Float64Array },
  options: DesignEstimateOptions = {},
): DesignEstimate {
  const { fractions = 0, adjustment, degreesOfFreedom = designDegreesOfFreedom(design), level } = options;
  const { value } = linearised;
  checkDesign(design);
  if (linearised.residuals.length !== design.rows)
    throw new ScoringError('unequal-lengths', { rows: design.rows, length: linearised.residuals.length });
  const residuals =
    adjustment && design.weights ? adjustedResiduals(linearised.residuals, design.weights, adjustment) : linearised.residuals;
  const scaled = scaledResidualsFrom(design, residuals, fractions);
  const standardError = Math.sqrt(compensatedDotProduct(scaled, scaled));
  return { value, standardError, interval: studentInterval(value, standardError, degreesOfFreedom, level) };
}
