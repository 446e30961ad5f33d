import { compositeIndexFrom, type CompositeIndex } from '../composite/compositeIndex.js';
import type { Mean } from '../composite/weightedMean.js';
import { ScoringError } from '../scoringError.js';
import type { CoinrMean } from './coinrMeta.js';
import type { CoinrTables } from './coinrTables.js';

const MEANS: Readonly<Record<CoinrMean, Mean>> = { a_amean: 'arithmetic', a_gmean: 'geometric', a_hmean: 'harmonic' };

/**
 * Computes the index from handed-over tables alone, as COINr does: goalposts, then weighted means level by level.
 *
 * @param tables as written, or read back from files
 * @returns columns in the order of `iData`; `scores.integral` is the index of 0–100
 * @throws ScoringError `unknown-option` where COINr has no such means, and what `compositeIndexFrom` throws
 * @source W. Becker, COINr 1.1, `Normalise` and `Aggregate`
 * @example coinrIndexFrom(coinrTablesFrom(method, towns, labels)).scores.integral // [44.98…, 51.2…]
 */
export function coinrIndexFrom({ iMeta, iData, means }: Pick<CoinrTables, 'iMeta' | 'iData' | 'means'>): CompositeIndex {
  if (means === null) throw new ScoringError('unknown-option', { option: 'means' });
  const groups = iMeta.flatMap(({ Type, iCode: id, Parent: parent, Weight: weight, Level }) => {
    const mean = means[Level - 2];
    return Type === 'Aggregate' && mean !== undefined ? [{ id, parent, weight, mean: MEANS[mean] }] : [];
  });
  const indicators = iMeta.flatMap((row) => {
    const { Type, iCode: id, Parent: parent, Weight: weight, Direction: direction } = row;
    const { goalpost_lower: lower, goalpost_upper: upper, goalpost_scale: scale } = row;
    if (Type !== 'Indicator' || lower === null || upper === null || scale === null) return [];
    const values = iData.map((town) => town.values[id] ?? null);
    return [
      { id, parent, weight, direction, values, normalisation: { method: 'goalposts', lower, upper, scale, log: false } as const },
    ];
  });
  return compositeIndexFrom({ indicators, groups });
}
