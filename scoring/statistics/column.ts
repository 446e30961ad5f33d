import { ScoringError } from '../scoringError.js';

/** A figure per unit (town, region, respondent) in one fixed order; null = missing. */
export type Column = readonly (number | null)[];

/**
 * The present values of a column, in its order.
 *
 * @param values any unit; null = missing
 * @param input the name under which a faulty value is reported
 * @returns at least one finite number
 * @throws ScoringError `not-finite` with input and row, `empty` where nothing is present
 * @example presentValues([4, null, 2], 'A1') // [4, 2]
 */
export function presentValues(values: Column, input: string): number[] {
  values.forEach((value, row) => {
    if (value !== null && !Number.isFinite(value)) throw new ScoringError('not-finite', { input, row });
  });
  const present = values.filter((value) => value !== null);
  if (present.length === 0) throw new ScoringError('empty', { input });
  return present;
}
