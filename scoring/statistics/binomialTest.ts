import { ScoringError } from '../scoringError.js';
import { compensatedSum } from './compensatedSum.js';

/** Probabilities that differ by less than this share count as equal (as R). */
const ROUNDING = 1e-7;

/**
 * Exact two-sided p value of a binomial count: the probability of all counts that are not more likely than it.
 *
 * @param successes x, a whole number 0–n
 * @param trials n > 0, a whole number
 * @param proportion under test, 0 < p < 1, ½ unless told
 * @returns a probability 0–1
 * @throws ScoringError `out-of-range`
 * @source W. J. Conover, Practical Nonparametric Statistics (1971), §3.1; R `binom.test`
 * @example binomialTest(1, 10) // 0.021484375
 */
export function binomialTest(successes: number, trials: number, proportion = 0.5): number {
  const counted = Number.isInteger(successes) && Number.isInteger(trials) && trials > 0 && successes >= 0 && successes <= trials;
  if (!counted || !(proportion > 0 && proportion < 1)) throw new ScoringError('out-of-range', { successes, trials, proportion });
  const odds = Math.log(proportion / (1 - proportion));
  const logarithms = [trials * Math.log1p(-proportion)];
  for (let count = 1; count <= trials; count += 1)
    logarithms.push((logarithms[count - 1] ?? 0) + Math.log((trials - count + 1) / count) + odds);
  const limit = (logarithms[successes] ?? 0) + Math.log1p(ROUNDING);
  const unlikely = logarithms.filter((logarithm) => logarithm <= limit);
  return Math.min(
    1,
    compensatedSum(unlikely.length, (at) => Math.exp(unlikely[at] ?? 0)),
  );
}
