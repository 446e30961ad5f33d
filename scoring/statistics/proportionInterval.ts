import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { ScoringError } from '../scoringError.js';
import type { Interval } from './interval.js';
import { wilsonInterval } from './wilsonInterval.js';

/** A share x/n counted in an unweighted sample. */
export interface CountedShare {
  /** x, 0–n. */
  readonly successes: number;
  /** n > 0. */
  readonly trials: number;
}

/**
 * Intervals of a proportion: `wilson` by scores, `wilsonContinuity` the same with Yates's correction (at most to ½),
 * `clopperPearson` exact from tails of the binomial distribution, `jeffreys` from the beta posterior with prior (½, ½),
 * `agrestiCoull` Wald's after z²/2 more successes and failures, `wald` p ± z·√(p(1 − p)/n).
 */
export type ProportionIntervalMethod = 'wilson' | 'wilsonContinuity' | 'clopperPearson' | 'jeffreys' | 'agrestiCoull' | 'wald';

/**
 * Two-sided interval of a proportion.
 *
 * @param share x of n, whole numbers
 * @param method one of the above
 * @param level coverage, 95 % unless told
 * @returns inside 0–1, but for `wald` and `agrestiCoull`, which are not cut
 * @throws ScoringError `out-of-range` for counts that are not whole or x outside 0–n, and for the level
 * @source R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998),
 *   857–872; L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001), 101–133
 * @example proportionInterval({ successes: 1, trials: 10 }, 'clopperPearson') // { lower: 0.002528…, upper: 0.445016… }
 */
export function proportionInterval(share: CountedShare, method: ProportionIntervalMethod, level = 0.95): Interval {
  const { successes, trials } = share;
  const counted =
    Number.isInteger(successes) && Number.isSafeInteger(trials) && trials > 0 && successes >= 0 && successes <= trials;
  if (!counted || !(level > 0 && level < 1)) throw new ScoringError('out-of-range', { successes, trials, level });
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const tail = (1 - level) / 2;
  switch (method) {
    case 'wilson':
      return wilsonInterval(successes / trials, trials, z);
    case 'wilsonContinuity':
      return correctedWilson(share, z);
    case 'clopperPearson':
      return betaInterval(tail, [successes, trials - successes + 1], [successes + 1, trials - successes]);
    case 'jeffreys':
      return betaInterval(tail, [successes + 0.5, trials - successes + 0.5], [successes + 0.5, trials - successes + 0.5], share);
    case 'agrestiCoull':
      return wald((successes + z ** 2 / 2) / (trials + z ** 2), trials + z ** 2, z);
    case 'wald':
      return wald(successes / trials, trials, z);
  }
}

function wald(proportion: number, size: number, z: number): Interval {
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / size);
  return { lower: proportion - spread, upper: proportion + spread };
}

/** R takes Yates's correction of the test of p = ½: never more than the distance of x from n/2. */
function correctedWilson({ successes, trials }: CountedShare, z: number): Interval {
  const correction = Math.min(0.5, Math.abs(successes - trials / 2)) / trials;
  const proportion = successes / trials;
  const share = z ** 2 / trials;
  const bound = (shifted: number, sign: number): number =>
    (shifted + share / 2 + sign * z * Math.sqrt((shifted * (1 - shifted)) / trials + share / trials / 4)) / (1 + share);
  return {
    lower: successes === 0 ? 0 : Math.max(0, bound(proportion - correction, -1)),
    upper: successes === trials ? 1 : Math.min(1, bound(proportion + correction, 1)),
  };
}

function betaInterval(
  tail: number,
  [lowerAlpha, lowerBeta]: readonly [number, number],
  [upperAlpha, upperBeta]: readonly [number, number],
  ends?: CountedShare,
): Interval {
  const isAtStart = lowerAlpha === 0 || ends?.successes === 0;
  const isAtEnd = upperBeta === 0 || (ends !== undefined && ends.successes === ends.trials);
  return {
    lower: isAtStart ? 0 : betaQuantile(tail, lowerAlpha, lowerBeta),
    upper: isAtEnd ? 1 : betaQuantile(1 - tail, upperAlpha, upperBeta),
  };
}
