import { ScoringError } from '../scoringError.js';
import { presentValues, type Column } from '../statistics/column.js';
import { completeRows } from '../statistics/correlationMatrix.js';

/** With fewer towns a figure over the compared towns says more about the towns than about the indicators. */
const FEWEST_TOWNS = 10;

/**
 * The towns that have all indicators: at least ten, or more than that where a figure needs them.
 *
 * @param columns figures of towns by indicator, of equal length; null = missing
 * @param needed fewest complete towns; never below 10
 * @returns by indicator the figures of the complete towns
 * @throws ScoringError `empty`, `not-finite`, `unequal-lengths`, `too-few-rows` with the number needed
 * @source methodology §4.14
 * @example completeTowns({ A1: [1, 2, 3] }) // throws `too-few-rows`, 10 needed
 */
export function completeTowns(columns: Readonly<Record<string, Column>>, needed = FEWEST_TOWNS): Map<string, number[]> {
  const names = Object.keys(columns);
  if (names.length === 0) throw new ScoringError('empty', { input: 'columns' });
  for (const [name, values] of Object.entries(columns)) presentValues(values, name);
  const complete = completeRows(Object.values(columns));
  const rows = complete[0]?.length ?? 0;
  const fewest = Math.max(FEWEST_TOWNS, needed);
  if (rows < fewest) throw new ScoringError('too-few-rows', { rows, needed: fewest });
  return new Map(names.map((name, at) => [name, complete[at] ?? []]));
}
