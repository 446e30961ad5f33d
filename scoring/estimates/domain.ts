import { ScoringError } from '../scoringError.js';
import type { CodeColumn, DataColumns } from './dataColumns.js';

/** Whose answers an estimate is about: an analysis population without the respondents that carry an excluding flag. */
export interface DomainChoice {
  readonly analysisPopulation: string;
  readonly excludedFlags: readonly string[];
}

/**
 * The members of a domain: 1 for respondents of the analysis population that carry none of the excluding flags.
 *
 * @returns 0/1 per row of the matrix
 * @throws ScoringError `unknown-population`, `unknown-flag`, `unequal-lengths`
 * @example domainFrom(columns, { analysisPopulation: 'headline', excludedFlags: ['speeder'] }) // Uint8Array [1, 0, 1, …]
 */
export function domainFrom(columns: DataColumns, choice: DomainChoice): Uint8Array {
  const population = columns.populations[choice.analysisPopulation];
  if (population === undefined) throw new ScoringError('unknown-population', { population: choice.analysisPopulation });
  const flags = choice.excludedFlags.map((flag) => {
    const column = columns.flags[flag];
    if (column === undefined) throw new ScoringError('unknown-flag', { flag });
    return column;
  });
  for (const column of [population, ...flags])
    if (column.length !== columns.rows) throw new ScoringError('unequal-lengths', { rows: columns.rows, length: column.length });
  const members = population.slice();
  for (const flag of flags) for (let row = 0; row < members.length; row += 1) if (flag[row] === 1) members[row] = 0;
  return members;
}

/**
 * The column of an item, of the right length.
 *
 * @throws ScoringError `unknown-item`, `unequal-lengths`
 */
export function itemColumnOf(columns: DataColumns, item: string): CodeColumn {
  const column = columns.items[item];
  if (column === undefined) throw new ScoringError('unknown-item', { item });
  if (column.length !== columns.rows) throw new ScoringError('unequal-lengths', { item, rows: columns.rows });
  return column;
}
