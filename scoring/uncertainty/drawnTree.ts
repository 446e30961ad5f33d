import { unitWeights } from '../composite/unitWeights.js';
import type { DrawNode, DrawTree } from './drawTree.js';
import type { ModelDraw } from './modelDraw.js';

/**
 * The tree under a draw: its weights, its means, and one indicator left out. The only indicator of a block that weighs
 * anything stays. Rules on missing indicators do not apply to the one left out.
 *
 * @param tree of the method
 * @param draw weights, means and the indicator to leave out
 * @throws what `unitWeights` throws
 * @source methodology §5.20
 * @example drawnTree(tree, draw).nodes[0].members.length // 7, or 6 where one of block A is left out
 */
export function drawnTree(tree: DrawTree, draw: ModelDraw): DrawTree {
  const nodes = tree.nodes.map((node, at): DrawNode => {
    const isInside = node.level === 'inside';
    const weights = (isInside ? draw.weightsInBlocks : draw.weightsBetweenBlocks)[at] ?? node.weights;
    const mean = isInside ? draw.aggregationInBlocks : draw.aggregationBetweenBlocks;
    const drawn = { ...node, weights, mean: mean === 'method' ? node.mean : mean };
    const omitted = draw.omittedIndicator === null ? -1 : node.members.indexOf(draw.omittedIndicator);
    const others = weights.toSpliced(omitted, 1);
    if (omitted < 0 || !others.some((weight) => weight > 0)) return drawn;
    return { ...drawn, members: node.members.toSpliced(omitted, 1), weights: unitWeights(others) };
  });
  return { ...tree, nodes };
}
