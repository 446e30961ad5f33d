import type { Mean } from '../composite/weightedMean.js';
import type { ScoredRange } from '../scores/normalisation.js';
import { normalisationsFor, type DrawnNormalisation } from './comparedColumn.js';
import { dirichletWeights } from './dirichletWeights.js';
import { drawFigures } from './drawableTown.js';
import { drawnGoalposts } from './drawnGoalposts.js';
import type { DrawLevel, DrawTree } from './drawTree.js';
import type { RandomVariates } from './randomVariates.js';
import type { ScoreModel } from './scoreModel.js';

/** Everything that may be otherwise, in the eight groups of the methodology; each may be swapped as a whole. */
export interface ModelDraw {
  readonly normalisation: DrawnNormalisation;
  /** By place. */
  readonly goalposts: readonly (ScoredRange | null)[];
  /** By node; only those of the level count. */
  readonly weightsInBlocks: readonly (readonly number[])[];
  readonly weightsBetweenBlocks: readonly (readonly number[])[];
  /** One for all nodes of the level, or what the method has. */
  readonly aggregationInBlocks: Mean | 'method';
  readonly aggregationBetweenBlocks: Mean | 'method';
  /** The place of the indicator left out, or none. */
  readonly omittedIndicator: number | null;
  /** Figures by town, in the units of the indicators. */
  readonly sampling: readonly Float64Array[];
}

export type DrawGroup = keyof ModelDraw;

/** What varies in the scores of one town. */
export const SCORE_GROUPS: readonly DrawGroup[] = [
  'goalposts',
  'weightsInBlocks',
  'weightsBetweenBlocks',
  'omittedIndicator',
  'sampling',
];

/** What varies in a comparison of towns: everything. */
export const RANK_GROUPS: readonly DrawGroup[] = [
  'normalisation',
  'goalposts',
  'weightsInBlocks',
  'weightsBetweenBlocks',
  'aggregationInBlocks',
  'aggregationBetweenBlocks',
  'omittedIndicator',
  'sampling',
];

const MEANS: readonly Mean[] = ['arithmetic', 'geometric', 'harmonic'];

/**
 * Everything as the method and the estimates have it.
 *
 * @param model of the scores
 * @example nominalDraw(model).normalisation // 'method'
 */
export function nominalDraw({ tree, indicators, towns }: ScoreModel): ModelDraw {
  const weights = tree.nodes.map((node) => node.weights);
  return {
    normalisation: 'method',
    goalposts: indicators.map(({ range }) => range),
    weightsInBlocks: weights,
    weightsBetweenBlocks: weights,
    aggregationInBlocks: 'method',
    aggregationBetweenBlocks: 'method',
    omittedIndicator: null,
    sampling: towns.map(({ values }) => values),
  };
}

/**
 * A draw of some groups, each on its own; the others stay as the method and the estimates have them.
 *
 * @param model of the scores
 * @param variates source of the draw
 * @param groups that vary
 * @throws what `dirichletWeights` throws
 * @source methodology §5.20
 * @example modelDraw(model, variates, SCORE_GROUPS).omittedIndicator // 12
 */
export function modelDraw(model: ScoreModel, variates: RandomVariates, groups: readonly DrawGroup[]): ModelDraw {
  const { tree, indicators, towns } = model;
  const weightsOf = (level: DrawLevel) => () =>
    tree.nodes.map((node) => (node.level === level ? dirichletWeights(node.weights, variates) : node.weights));
  const oneOf = <T>(choices: readonly T[]): T => choices[variates.position(choices.length)] as T;
  const drawers: { readonly [Group in DrawGroup]: () => ModelDraw[Group] } = {
    normalisation: () => oneOf(normalisationsFor(towns.length)),
    goalposts: () => indicators.map(({ range }) => drawnGoalposts(range, variates)),
    weightsInBlocks: weightsOf('inside'),
    weightsBetweenBlocks: weightsOf('between'),
    aggregationInBlocks: () => oneOf(meansFor(tree, 'inside')),
    aggregationBetweenBlocks: () => oneOf(meansFor(tree, 'between')),
    omittedIndicator: () => variates.position(tree.codes.length),
    sampling: () => towns.map((town) => drawFigures(town, variates)),
  };
  return { ...nominalDraw(model), ...Object.fromEntries(groups.map((group) => [group, drawers[group]()])) };
}

/**
 * Whether a group has any choice: there are towns enough, goalposts, several members, a sampling error.
 *
 * @param model of the scores
 * @param group of what a draw sets
 * @source methodology §§5.20, 5.21
 * @example canVary(modelOfThreeTowns, 'normalisation') // false
 */
export function canVary({ tree, indicators, towns }: ScoreModel, group: DrawGroup): boolean {
  const hasChoice = (level: DrawLevel) =>
    tree.nodes.some((node) => node.level === level && node.weights.filter((weight) => weight > 0).length > 1);
  if (group === 'normalisation') return normalisationsFor(towns.length).length > 1;
  if (group === 'goalposts') return indicators.some(({ range }) => range !== null);
  if (group === 'sampling') return towns.some(({ surveyed }) => surveyed.some(({ factor }) => factor.some((part) => part !== 0)));
  return hasChoice(group === 'weightsBetweenBlocks' || group === 'aggregationBetweenBlocks' ? 'between' : 'inside');
}

/** Three means with the same chance; an ordered average of the method is a fourth. */
function meansFor(tree: DrawTree, level: DrawLevel): readonly (Mean | 'method')[] {
  const isOrdered = tree.nodes.some((node) => node.level === level && typeof node.mean === 'object');
  return isOrdered ? [...MEANS, 'method'] : MEANS;
}
