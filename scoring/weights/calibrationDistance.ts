import { ScoringError } from '../scoringError.js';

/** How far calibrated weights are from those before it. */
export type CalibrationDistance = 'linear' | 'raking' | 'logit';

/** Lowest and highest quotient of the weights after and before; −∞ and ∞ are no bounds. */
export interface CalibrationBounds {
  readonly lower: number;
  readonly upper: number;
}

/** The factor F(u) of a weight and its derivative F'(u), u = x'λ. */
export interface DistanceFunctions {
  readonly factor: (score: number) => number;
  readonly slope: (score: number) => number;
}

/**
 * The calibration factor of a distance: linear 1 + u, raking exp u, both cut at the bounds; logit
 * (L(U − 1) + U(1 − L)e^{Au})/(U − 1 + (1 − L)e^{Au}) with A = (U − L)/((U − 1)(1 − L)), always inside them.
 *
 * @param distance its name
 * @param bounds L < 1 < U, quotients of weights; `logit` needs finite ones
 * @throws ScoringError `out-of-range` for bounds that do not enclose 1
 * @source J.-C. Deville, C.-E. Särndal, Calibration estimators in survey sampling, JASA 87 (1992), table 1
 * @example calibrationDistance('raking').factor(0) // 1
 */
export function calibrationDistance(
  distance: CalibrationDistance,
  bounds: CalibrationBounds = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY },
): DistanceFunctions {
  const { lower, upper } = bounds;
  if (!(lower < 1 && upper > 1)) throw new ScoringError('out-of-range', { lower, upper });
  if (distance === 'logit') return logit(bounds);
  const plain = distance === 'linear' ? (score: number) => 1 + score : Math.exp;
  const plainSlope = distance === 'linear' ? () => 1 : Math.exp;
  return {
    factor: (score) => Math.min(upper, Math.max(lower, plain(score))),
    slope: (score) => (plain(score) > lower && plain(score) < upper ? plainSlope(score) : 0),
  };
}

function logit({ lower, upper }: CalibrationBounds): DistanceFunctions {
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) throw new ScoringError('out-of-range', { lower, upper });
  const steepness = (upper - lower) / ((upper - 1) * (1 - lower));
  /** From 0 at −∞ to 1 at ∞; written with e^{−Au}, which cannot overflow into ∞/∞. */
  const rise = (score: number): number => (1 - lower) / (1 - lower + (upper - 1) * Math.exp(-steepness * score));
  return {
    factor: (score) => lower + (upper - lower) * rise(score),
    slope: (score) => (upper - lower) * steepness * rise(score) * (1 - rise(score)),
  };
}
