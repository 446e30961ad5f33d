import type { Method } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { pathUpwards, type PathStep } from './pathUpwards.js';
import type { TownScore } from './townScore.js';

/** A step that an indicator could make: to parity with the reference, ten points, or to the best of the compared towns. */
export type GainStep =
  | { readonly kind: 'to-reference' }
  | { readonly kind: 'plus-10' }
  | {
      readonly kind: 'to-best';
      /** Highest score of the compared towns by indicator code. */ readonly best: Readonly<Record<string, number>>;
    };

/** What one indicator would bring. All in points of 0–100. */
export interface Gain {
  readonly code: string;
  readonly block: string;
  readonly from: number;
  readonly to: number;
  /** Exact, of the integral score. */
  readonly gain: number;
  readonly blockGain: number;
  /** Per cent of the integral score by per cent of the indicator, for small changes from where it is. */
  readonly elasticity: number;
  /** The part that lies below the floor even after the step and so keeps the integral score where it is. */
  readonly heldBy: string | null;
}

export type Gains =
  { readonly state: 'ranked'; readonly gains: readonly Gain[] } | { readonly state: 'missing'; readonly reason: 'no-score' };

const REFERENCE = 50;
const POINTS = 10;

/**
 * What would raise the score most: the exact gain of the same step made by each indicator alone, largest first; with
 * equal gains that of the block decides, then the order of the method. Indicators that cannot make the step are left out.
 *
 * @param method the score was computed with
 * @param score of the town
 * @param step which step; ten points end at 100
 * @returns `missing` for a partial score
 * @throws ScoringError `out-of-range` for a best score outside 0–100
 * @source methodology §5.23; elasticity d ln I/d ln s = s/I·dI/ds
 * @example gainsFrom(method, score, { kind: 'to-reference' }).gains[0] // { code: 'A4', from: 8.1, to: 50, gain: 3.4, … }
 */
export function gainsFrom(method: Pick<Method, 'floor'>, score: TownScore, step: GainStep): Gains {
  const { integral } = score;
  if (integral.state === 'missing') return { state: 'missing', reason: 'no-score' };
  const gains = score.indicators.flatMap((indicator): Gain[] => {
    if (indicator.state === 'missing') return [];
    const { code, score: from } = indicator;
    const to = goalOf(step, code, from);
    if (!(to > from)) return [];
    const [before, after] = [from, to].map((points) => pathUpwards(score, code, points, method.floor)) as [
      PathStep[],
      PathStep[],
    ];
    const held = after.findIndex(({ isFloored }, at) => isFloored && before[at]?.isFloored === true);
    return [
      {
        code,
        block: before[0]?.id ?? '',
        from,
        to,
        gain: differenceOf(before.at(-1), after.at(-1)),
        blockGain: differenceOf(before[0], after[0]),
        elasticity: (before.reduce((slope, part) => slope * part.slope, 1) * from) / integral.score,
        heldBy: held < 0 ? null : (after[held - 1]?.id ?? code),
      },
    ];
  });
  return { state: 'ranked', gains: gains.sort((a, b) => b.gain - a.gain || b.blockGain - a.blockGain) };
}

function goalOf(step: GainStep, code: string, from: number): number {
  if (step.kind === 'to-reference') return REFERENCE;
  if (step.kind === 'plus-10') return Math.min(100, from + POINTS);
  const best = step.best[code] ?? from;
  if (!(best >= 0 && best <= 100)) throw new ScoringError('out-of-range', { input: code, best });
  return best;
}

function differenceOf(before: PathStep | undefined, after: PathStep | undefined): number {
  return (after?.score ?? 0) - (before?.score ?? 0);
}
