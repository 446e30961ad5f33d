import { compareColumn } from './comparedColumn.js';
import { drawnTree } from './drawnTree.js';
import { climb } from './drawTree.js';
import type { ModelDraw } from './modelDraw.js';
import type { ScoreModel } from './scoreModel.js';

/** Scores of all towns under a draw: by town the indicators in their places, then the nodes of the tree. */
export type ModelScores = (draw: ModelDraw) => readonly Float64Array[];

/**
 * The scores of towns as a function of a draw, by the rules of `townScoreFrom`.
 *
 * @param model of the scores
 * @returns a function; the arrays that it gives are used again by its next call
 * @throws what `meanByShares` throws, when called
 * @source methodology §5.20
 * @example modelScoresOf(model)(nominalDraw(model))[0].at(-1) // the integral score of the first town
 */
export function modelScoresOf({ tree, indicators, towns }: ScoreModel): ModelScores {
  const rows = towns.map(() => new Float64Array(tree.codes.length + tree.nodes.length));
  const column = new Float64Array(towns.length);
  return (draw) => {
    for (const [place, indicator] of indicators.entries()) {
      for (let at = 0; at < column.length; at += 1) column[at] = draw.sampling[at]?.[place] ?? 0;
      compareColumn(column, indicator, draw.goalposts[place] ?? null, draw.normalisation);
      for (const [at, row] of rows.entries()) row[place] = column[at] ?? 0;
    }
    const drawn = drawnTree(tree, draw);
    for (const row of rows) climb(drawn, row);
    return rows;
  };
}
