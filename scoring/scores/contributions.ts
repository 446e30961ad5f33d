import type { Method } from '../../survey-definitions/contract/index.js';
import { logarithmicMean } from '../statistics/logarithmicMean.js';
import type { SubIndexId } from './scoreTree.js';
import type { AggregateScore } from './treeStep.js';
import type { TownScore } from './townScore.js';

/** The value of every indicator in the town that a score is explained against. */
const BASELINE = 50;

/** Why a score differs from 50: what each indicator adds or takes away, exactly. */
export type Contributions =
  | {
      readonly state: 'explained';
      readonly baseline: number;
      readonly score: number;
      /** Points by indicator code. */
      readonly indicators: Readonly<Record<string, number>>;
      /** Points that the floor gives back, by the part that was raised to it. */
      readonly floors: Readonly<Record<string, number>>;
    }
  | { readonly state: 'missing'; readonly reason: 'no-score' };

/**
 * Exact decomposition of a score against a baseline where every indicator scores 50. In a geometric step a part of
 * weight w passes on L(G, G⁰)·w/L(x, x⁰) of its difference, with the logarithmic mean L; in an arithmetic step w.
 * A part below the floor enters with the floor, and the rest stands in a term of its own.
 *
 * @param method that the score was computed with
 * @param score of the town
 * @param target the score to explain
 * @returns points of the score; indicators and floors together are score − 50
 * @source methodology §5.23; B. W. Ang, The LMDI approach to decomposition analysis, Energy Policy 33 (2005), 867–871
 * @example block A of five indicators at 10, all others at 50: each of the five −3.3126, together 33.437 − 50
 */
export function contributionsFrom(
  method: Pick<Method, 'floor'>,
  score: TownScore,
  target: SubIndexId | 'integral' = 'integral',
): Contributions {
  const root = target === 'integral' ? score.integral : score.subIndices.find(({ id }) => id === target);
  if (root?.state !== 'scored') return { state: 'missing', reason: 'no-score' };
  const indicators: Record<string, number> = {};
  const floors: Record<string, number> = {};

  const passDown = (node: AggregateScore, share: number): void => {
    for (const [id, weight] of Object.entries(node.weights)) {
      const child = childOf(score, id);
      if (child?.state !== 'scored') continue;
      const entered = node.floored.includes(id) ? method.floor : child.score;
      const passed =
        node.aggregation === 'arithmetic'
          ? share * weight
          : (share * weight * logarithmicMean(node.score, BASELINE)) / logarithmicMean(entered, BASELINE);
      if (entered !== child.score) floors[id] = passed * (entered - child.score);
      if ('weights' in child) passDown(child, passed);
      else indicators[id] = passed * (child.score - BASELINE);
    }
  };
  passDown(root, 1);
  return { state: 'explained', baseline: BASELINE, score: root.score, indicators, floors };
}

function childOf(score: TownScore, id: string) {
  return (
    score.subIndices.find((subIndex) => subIndex.id === id) ??
    score.blocks.find((block) => block.id === id) ??
    score.indicators.find((indicator) => indicator.code === id)
  );
}
