import { ScoringError } from '../scoringError.js';
import type { Column } from '../statistics/column.js';
import { completeTowns } from './completeTowns.js';
import { pcaWeights } from './pcaWeights.js';

/**
 * Weights of a method from principal components: the squares of the first component of the scaled scores of towns. An
 * indicator that the component counts against the others has no weight that would mean anything, so it is named.
 *
 * @param columns scores of towns by indicator, more is better; null = missing, towns with a gap do not count
 * @returns by indicator, summing to 1
 * @throws ScoringError `too-few-rows` below 10 towns or with no more towns than indicators, `negative-loading` naming the
 * first such indicator, `constant-column`, `tied-components`, `empty`, `not-finite`, `unequal-lengths`
 * @source methodology §4.14; OECD/JRC, Handbook on Constructing Composite Indicators (2008), §1.6
 * @example pcaTownWeights({ a, b: a.map((x) => 3 * x) }) // { a: 0.5, b: 0.5 }
 */
export function pcaTownWeights(columns: Readonly<Record<string, Column>>): Record<string, number> {
  const towns = completeTowns(columns, Object.keys(columns).length + 1);
  const { weights, negative } = pcaWeights(Object.fromEntries(towns), true);
  const [against] = negative;
  if (against !== undefined) throw new ScoringError('negative-loading', { input: against, negative });
  return weights;
}
