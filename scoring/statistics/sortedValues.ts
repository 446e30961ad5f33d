import { ScoringError } from '../scoringError.js';

/**
 * Values in ascending order, after a check.
 *
 * @param values any unit, at least `least`
 * @param least how many are needed, 1 unless told
 * @throws ScoringError `empty` for none, `too-few-rows` below `least`, `not-finite` with the position
 * @example sortedValues([3, 1, 2]) // Float64Array [1, 2, 3]
 */
export function sortedValues(values: ArrayLike<number>, least = 1): Float64Array {
  if (values.length === 0) throw new ScoringError('empty', { input: 'values' });
  if (values.length < least) throw new ScoringError('too-few-rows', { rows: values.length, least });
  const row = Array.prototype.findIndex.call(values, (value) => !Number.isFinite(value));
  if (row >= 0) throw new ScoringError('not-finite', { input: 'values', row });
  return Float64Array.from(values).sort();
}
