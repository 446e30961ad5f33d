import { ScoringError } from '../scoringError.js';
import type { Column } from '../statistics/column.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { isConstant } from '../statistics/correlation.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { completeTowns } from './completeTowns.js';

/**
 * Importance beside the nominal weight: the share of the variance of an index between towns that each indicator brings
 * in, cov(c, I)/var(I) with its contributions c and the index I = Σ c. The shares sum to 1; one below 0 says that the
 * indicator evens the towns out.
 *
 * @param contributions points of the index in each town by indicator: weight times score of an arithmetic index, exact
 * contributions of any other; null = missing, towns with a gap do not count
 * @returns by indicator, summing to 1
 * @throws ScoringError `too-few-rows` below 10 towns, `no-variance` where all towns have the same index, `empty`,
 * `not-finite`, `unequal-lengths`
 * @source P. Paruolo, M. Saisana, A. Saltelli, Ratings and rankings: voodoo or science?, Journal of the Royal Statistical
 * Society A 176 (2013), 609–634; methodology §4.14
 * @example importanceOf({ a, b: a.map(() => 5) }) // { a: 1, b: 0 }
 */
export function importanceOf(contributions: Readonly<Record<string, Column>>): Record<string, number> {
  const towns = completeTowns(contributions);
  const columns = [...towns.values()];
  const count = columns[0]?.length ?? 0;
  const index = Array.from({ length: count }, (_, town) => compensatedSum(columns.length, (at) => columns[at]?.[town] ?? 0));
  const { mean, squares } = sampleMomentsOf(index);
  if (isConstant(index) || squares === 0) throw new ScoringError('no-variance', { input: 'index' });
  const shareOf = (values: readonly number[]) => {
    const centre = sampleMomentsOf(values).mean;
    return compensatedSum(count, (at) => ((values[at] ?? 0) - centre) * ((index[at] ?? 0) - mean)) / squares;
  };
  return Object.fromEntries([...towns].map(([name, values]) => [name, shareOf(values)]));
}
