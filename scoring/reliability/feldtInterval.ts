import fisherQuantile from '@stdlib/stats-base-dists-f-quantile';
import { ScoringError } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';

/**
 * Feldt's interval of Cronbach's alpha: 1 − (1 − α)·F with n − 1 and (n − 1)(k − 1) degrees of freedom.
 *
 * @param alpha at most 1
 * @param respondents n ≥ 2
 * @param items k ≥ 2
 * @param level coverage, 95 % unless told
 * @throws ScoringError `not-finite`, `too-few-rows`, `too-few-items`, `out-of-range` for the level
 * @source L. S. Feldt, D. J. Woodruff, F. A. Salih, Applied Psychological Measurement 11 (1987), 93–103
 * @example feldtInterval(0.7, 100, 5) // { lower: 0.5952…, upper: 0.7845… }
 */
export function feldtInterval(alpha: number, respondents: number, items: number, level = 0.95): Interval {
  if (!Number.isFinite(alpha)) throw new ScoringError('not-finite', { input: 'alpha' });
  if (respondents < 2) throw new ScoringError('too-few-rows', { rows: respondents });
  if (items < 2) throw new ScoringError('too-few-items', { items, least: 2 });
  if (!(level > 0 && level < 1)) throw new ScoringError('out-of-range', { level });
  const between = respondents - 1;
  const within = between * (items - 1);
  const bound = (probability: number): number => 1 - (1 - alpha) * fisherQuantile(probability, between, within);
  return { lower: bound((1 + level) / 2), upper: bound((1 - level) / 2) };
}
