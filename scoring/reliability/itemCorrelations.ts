import { isConstant } from '../statistics/correlation.js';
import { correlationTest, type CorrelationTest } from '../statistics/correlationTest.js';
import { completeCases } from './itemCovariance.js';

/** How two columns go together among those who have both, or why that cannot be said. */
export type ItemCorrelation = { readonly first: number; readonly second: number; readonly n: number } & (
  | { readonly state: 'too-few-answers' | 'constant' }
  | ({ readonly state: 'estimated' } & Pick<CorrelationTest, 'coefficient' | 'interval' | 'p'>)
);

/**
 * Pearson's correlations of every pair of columns, each among those who have both, with Fisher's interval and the test
 * of no correlation.
 *
 * @param columns of equal length, any unit, NaN = missing
 * @param least rows that a pair must have, at least 3
 * @returns pairs by position, first < second
 * @throws ScoringError `not-finite`
 * @example itemCorrelations([Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 5)], 3)[0] // { first: 0, second: 1, n: 3, state: 'estimated', coefficient: 1, … }
 */
export function itemCorrelations(columns: readonly Float64Array[], least: number): ItemCorrelation[] {
  return columns.flatMap((column, first) =>
    columns.slice(first + 1).map((other, at) => correlationOf(column, other, { first, second: first + 1 + at }, least)),
  );
}

function correlationOf(
  column: Float64Array,
  other: Float64Array,
  pair: { first: number; second: number },
  least: number,
): ItemCorrelation {
  const [x = [], y = []] = completeCases([column, other]).map((values) => Array.from(values));
  const n = x.length;
  if (n < least) return { ...pair, n, state: 'too-few-answers' };
  if (isConstant(x) || isConstant(y)) return { ...pair, n, state: 'constant' };
  const { coefficient, interval, p } = correlationTest(x, y, 'pearson');
  return { ...pair, n, state: 'estimated', coefficient, interval, p };
}
