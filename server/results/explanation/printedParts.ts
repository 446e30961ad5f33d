import { blockOfIndicator, roundTo, type Contributions, type TownScore } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import { addingUp } from './addingUp.js';

/** A difference of two scores in parts of one decimal that add up to the printed difference. */
export interface PrintedParts {
  baseline: number;
  score: number;
  difference: number;
  blocks: { id: string; points: number; indicators: PrintedIndicator[] }[];
  /** By the part that was raised to the floor. */
  floors: { part: string; points: number }[];
  shapley: readonly string[];
}

export interface PrintedIndicator {
  code: string;
  points: number;
  now: number;
  /** Of the baseline. */
  then: number;
}

type Explained = Extract<Contributions, { state: 'explained' }>;

/**
 * The contributions as they are printed: rounded together, so that the indicators of a block add up to the block, and
 * blocks and floors from one printed score to the other. In a block the largest part comes first.
 */
export function printedPartsFrom(
  method: Pick<Method, 'blocks' | 'indicators'>,
  explained: Explained,
  score: TownScore,
  against: TownScore | 'middle',
): PrintedParts {
  const [baseline, reached] = [roundTo(explained.baseline, 1), roundTo(explained.score, 1)];
  const difference = roundTo(reached - baseline, 1);
  const [codes, floored] = [Object.keys(explained.indicators), Object.keys(explained.floors)];
  const printed = addingUp([...Object.values(explained.indicators), ...Object.values(explained.floors)], difference);
  const indicators = codes.map((code, at) => ({
    code,
    points: printed[at] ?? 0,
    now: pointsOf(score, code),
    then: against === 'middle' ? explained.baseline : pointsOf(against, code),
  }));
  const blockOf = new Map(method.indicators.map((indicator) => [indicator.code, blockOfIndicator(indicator)]));
  return {
    baseline,
    score: reached,
    difference,
    blocks: method.blocks.flatMap(({ id }) => {
      const members = indicators.filter(({ code }) => blockOf.get(code) === id);
      if (members.length === 0) return [];
      const points = roundTo(
        members.reduce((sum, member) => sum + member.points, 0),
        1,
      );
      return [{ id, points, indicators: members.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)) }];
    }),
    floors: floored.map((part, at) => ({ part, points: printed[codes.length + at] ?? 0 })),
    shapley: explained.shapley,
  };
}

function pointsOf(score: TownScore, code: string): number {
  const found = score.indicators.find((indicator) => indicator.code === code);
  return found?.state === 'scored' ? found.score : 0;
}
