import type { Method } from '../../survey-definitions/contract/index.js';
import { enteringScore } from './aggregation.js';
import { pointsOf, requireSameSteps, scoreNodeOf, type ScoreNodeId } from './scoreNode.js';
import { MOST_SHAPLEY_MEMBERS } from './shapleyRates.js';
import { stepRates, usesShapley, type ComparedStep } from './stepRates.js';
import type { AggregateScore } from './treeStep.js';
import type { TownScore } from './townScore.js';

/** The value of every indicator in the town that a score is explained against unless told otherwise. */
const MIDDLE = 50;

/** Why a score differs from a baseline: what each indicator adds or takes away, exactly. */
export type Contributions =
  | {
      readonly state: 'explained';
      /** The score of the baseline. */
      readonly baseline: number;
      readonly score: number;
      /** Points by indicator code. */
      readonly indicators: Readonly<Record<string, number>>;
      /** Points that the floor gives back (or gave the baseline), by the part that was raised to it. */
      readonly floors: Readonly<Record<string, number>>;
      /** Parts whose difference was shared out by Shapley values, because their mean has no formula. */
      readonly shapley: readonly string[];
    }
  | { readonly state: 'missing'; readonly reason: 'no-score' | 'too-many-members' };

/**
 * Exact decomposition of a score against a baseline: every indicator at 50, or the score of another town, or of the same
 * town in another year, with the same indicators and weights. Step by step from the target down, a part passes its
 * difference on to its members at the rates of `stepRates`. A part below the floor enters with the floor, and the rest
 * stands in a term of its own.
 *
 * @param method that both scores were computed with
 * @param score of the town
 * @param target the score to explain
 * @param against the baseline
 * @returns points of the score; indicators and floors together are score − baseline
 * @throws ScoringError `methods-differ`, `indicators-differ` where the baseline is not put together alike
 * @source methodology §5.23; B. W. Ang, The LMDI approach to decomposition analysis, Energy Policy 33 (2005), 867–871
 * @example block A of five indicators at 10, all others at 50: each of the five −3.3126, together 33.437 − 50
 */
export function contributionsFrom(
  method: Pick<Method, 'floor'>,
  score: TownScore,
  target: ScoreNodeId = 'integral',
  against: TownScore | 'middle' = 'middle',
): Contributions {
  const root = scoreNodeOf(score, target);
  const other = against === 'middle' ? null : against;
  if (root === null || (other !== null && scoreNodeOf(other, target) === null)) return { state: 'missing', reason: 'no-score' };
  if (other !== null) requireSameSteps(score, other, target);
  const baselineOf = (id: string) => (other === null ? MIDDLE : pointsOf(other, id));
  const indicators: Record<string, number> = {};
  const floors: Record<string, number> = {};
  const shapley: string[] = [];

  const passDown = (id: string, node: AggregateScore, passed: number): boolean => {
    const members = Object.keys(node.weights);
    if (usesShapley(node.aggregation)) {
      if (members.length > MOST_SHAPLEY_MEMBERS) return false;
      shapley.push(id);
    }
    const step = comparedStepOf(node, members, { score, baselineOf, floor: method.floor }, id);
    const rates = stepRates(step);
    return members.every((member, at) => {
      const rate = passed * (rates[at] ?? 0);
      const difference = pointsOf(score, member) - baselineOf(member);
      const entered = (step.values[at] ?? 0) - (step.baseline[at] ?? 0);
      if (entered !== difference) floors[member] = rate * (entered - difference);
      const child = scoreNodeOf(score, member);
      if (child !== null) return passDown(member, child, rate);
      indicators[member] = rate * difference;
      return true;
    });
  };
  if (!passDown(target, root, 1)) return { state: 'missing', reason: 'too-many-members' };
  return { state: 'explained', baseline: baselineOf(target), score: root.score, indicators, floors, shapley };
}

interface ComparedScores {
  readonly score: TownScore;
  readonly baselineOf: (id: string) => number;
  readonly floor: number;
}

function comparedStepOf(
  { aggregation: mean, weights, score }: AggregateScore,
  members: readonly string[],
  compared: ComparedScores,
  id: string,
): ComparedStep {
  const { baselineOf, floor } = compared;
  return {
    values: members.map((member) => enteringScore(pointsOf(compared.score, member), mean, floor)),
    baseline: members.map((member) => enteringScore(baselineOf(member), mean, floor)),
    shares: Object.values(weights),
    mean,
    score,
    baselineScore: baselineOf(id),
  };
}
