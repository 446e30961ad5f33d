import { unitWeights } from '../composite/unitWeights.js';
import type { Mean } from '../composite/weightedMean.js';
import { dirichletWeights } from './dirichletWeights.js';
import type { DrawTree } from './drawTree.js';
import type { RandomVariates } from './randomVariates.js';

/** Means that replace those of the method in a draw. */
export interface DrawnMeans {
  readonly inside: Mean;
  readonly between: Mean;
}

/**
 * A draw of the method: weights at every step around those of the method, and one indicator left out, any with the same
 * chance. The only indicator of a block stays. Rules on missing indicators do not apply to the one left out.
 *
 * @param tree of the method
 * @param variates source of the draw
 * @param means for all steps of a level; those of the method unless told
 * @source methodology §5.20
 * @example drawnTree(tree, variates).nodes[0].members.length // 7, or 6 where one of block A is left out
 */
export function drawnTree(tree: DrawTree, variates: RandomVariates, means?: DrawnMeans): DrawTree {
  const omitted = variates.position(tree.codes.length);
  const nodes = tree.nodes.map((node) => {
    const weights = dirichletWeights(node.weights, variates);
    const mean = means?.[node.level] ?? node.mean;
    const at = node.members.length > 1 ? node.members.indexOf(omitted) : -1;
    if (at < 0) return { ...node, weights, mean };
    return { ...node, members: node.members.toSpliced(at, 1), weights: unitWeights(weights.toSpliced(at, 1)), mean };
  });
  return { ...tree, nodes };
}
