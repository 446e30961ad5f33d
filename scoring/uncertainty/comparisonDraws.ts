import type { Method } from '../../survey-definitions/contract/index.js';
import type { Mean } from '../composite/weightedMean.js';
import { comparedColumn, normalisationsFor } from './comparedColumn.js';
import { drawFigures, type DrawableTown } from './drawableTown.js';
import { drawnGoalposts, scoredRangeOf } from './drawnGoalposts.js';
import { drawnTree } from './drawnTree.js';
import { climb, type DrawTree } from './drawTree.js';
import type { RandomVariates } from './randomVariates.js';

const MEANS: readonly Mean[] = ['arithmetic', 'geometric', 'harmonic'];

/**
 * Draws of a comparison: sampling error of each town; weights, an indicator left out, goalposts, normalisation and means
 * for all towns together.
 *
 * @param method of the comparison
 * @param tree of the scores, the same for all towns
 * @param towns with the indicators of the tree
 * @param variates source of the draws
 * @returns a function that gives the integral scores of the next draw, in an array that it uses again
 * @throws what `comparedColumn` and `meanByShares` throw, when called
 * @source methodology §5.20
 * @example comparisonDraws(method, tree, towns, variates)() // Float64Array [41.…, 38.…, …]
 */
export function comparisonDraws(
  method: Method,
  tree: DrawTree,
  towns: readonly DrawableTown[],
  variates: RandomVariates,
): () => Float64Array {
  const normalisations = normalisationsFor(towns.length);
  const indicators = method.indicators
    .filter(({ code }) => tree.codes.includes(code))
    .map((indicator) => ({ indicator, range: scoredRangeOf(indicator) }));
  const figures = towns.map(() => new Float64Array(tree.codes.length));
  const scores = towns.map(() => new Float64Array(tree.codes.length + tree.nodes.length));
  const integral = new Float64Array(towns.length);
  const oneOf = <T>(choices: readonly T[]): T => choices[variates.position(choices.length)] as T;
  return () => {
    const normalisation = oneOf(normalisations);
    const drawn = drawnTree(tree, variates, { inside: oneOf(MEANS), between: oneOf(MEANS) });
    for (const [at, town] of towns.entries()) drawFigures(town, variates, figures[at] ?? integral);
    for (const [place, { indicator, range }] of indicators.entries()) {
      const values = figures.map((row) => row[place] ?? 0);
      const column = comparedColumn(indicator, values, drawnGoalposts(range, variates), normalisation);
      for (const [at, row] of scores.entries()) row[place] = column[at] ?? 0;
    }
    for (const [at, row] of scores.entries()) {
      climb(drawn, row);
      integral[at] = row.at(-1) ?? 0;
    }
    return integral;
  };
}
