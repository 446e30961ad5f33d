import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { ScoringError } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';
import { studentInterval } from '../statistics/studentInterval.js';

/** A share that is surer than after as many trials has no interval of its own in doubles. */
const MOST_TRIALS = 1e15;

/** `mean` is Wald's; `logit`, `asin` are Wald's on a transformed scale; `beta` is Korn and Graubard's. */
export type ProportionMethod = 'mean' | 'logit' | 'asin' | 'beta';

/** A weighted share with what its interval depends on. */
export interface DesignProportion {
  /** p, 0–1. */
  readonly proportion: number;
  /** Of p by the design. */
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** n of the whole sample; `beta` corrects its effective size by the degrees of freedom n − 1. */
  readonly rows: number;
}

/**
 * Interval of a weighted share: on the logit scale p(1 − p) turns the standard error, on the arcsine scale
 * 2√(p(1 − p)) does; `beta` is Clopper–Pearson's interval at the effective size
 * p(1 − p)/v·(t(n − 1)/t(ν))².
 *
 * @param share p with its standard error
 * @param method how it is computed
 * @param level coverage, 95 % unless told
 * @returns inside 0–1, except for `mean`; the point p where nothing varies
 * @throws ScoringError `out-of-range` for p outside 0–1 and for `beta` without a size that can be counted, and what `studentInterval` throws
 * @source E. L. Korn, B. I. Graubard, Survey Methodology 24 (1998), 193–201; R survey `svyciprop`
 * @example designProportionInterval({ proportion: 0.5, standardError: 0.05, degreesOfFreedom: 99, rows: 100 }, 'logit').lower // 0.40211…
 */
export function designProportionInterval(share: DesignProportion, method: ProportionMethod, level = 0.95): Interval {
  const { proportion, standardError, degreesOfFreedom, rows } = share;
  if (!(proportion >= 0 && proportion <= 1)) throw new ScoringError('out-of-range', { proportion });
  if (method === 'beta' && !(rows > 1 && Number.isFinite(rows))) throw new ScoringError('out-of-range', { rows });
  const plain = studentInterval(proportion, standardError, degreesOfFreedom, level);
  const spread = proportion * (1 - proportion);
  if (method === 'mean' || standardError === 0 || spread === 0) return plain;
  switch (method) {
    case 'logit': {
      const { lower, upper } = studentInterval(
        Math.log(proportion / (1 - proportion)),
        standardError / spread,
        degreesOfFreedom,
        level,
      );
      return { lower: 1 / (1 + Math.exp(-lower)), upper: 1 / (1 + Math.exp(-upper)) };
    }
    case 'asin': {
      const angle = Math.asin(Math.sqrt(proportion));
      const { lower, upper } = studentInterval(angle, standardError / (2 * Math.sqrt(spread)), degreesOfFreedom, level);
      return { lower: Math.sin(lower) ** 2, upper: Math.sin(upper) ** 2 };
    }
    case 'beta':
      return betaInterval(share, level);
  }
}

function betaInterval({ proportion, standardError, degreesOfFreedom, rows }: DesignProportion, level: number): Interval {
  const tail = (1 - level) / 2;
  const correction = (studentQuantile(tail, rows - 1) / studentQuantile(tail, degreesOfFreedom)) ** 2;
  const size = ((proportion * (1 - proportion)) / standardError ** 2) * correction;
  if (!(size > 0 && size < MOST_TRIALS)) throw new ScoringError('out-of-range', { proportion, standardError, size });
  const successes = size * proportion;
  const failures = size * (1 - proportion);
  return {
    lower: betaQuantile(tail, successes, failures + 1),
    upper: betaQuantile(1 - tail, successes + 1, failures),
  };
}
