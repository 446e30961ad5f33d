import { ScoringError } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';
import { roundTo } from '../statistics/roundTo.js';

/** A published score of an indicator, as it is printed, with the score that stands for its reference. */
export interface MeasuredIndicator {
  readonly code: string;
  /** 0–100. */
  readonly score: number;
  /** Score of the reference, 0–100. */
  readonly reference: number;
  /** Where the score may lie; null where nothing is known that could move it. */
  readonly interval: Interval | null;
}

export interface WeakIndicator {
  readonly code: string;
  readonly score: number;
  readonly reference: number;
  readonly interval: Interval | null;
  /** Points below the reference, above 0. */
  readonly gap: number;
  /** Places in the order of gaps from 1 on; `last` is larger where several share the place. */
  readonly place: { readonly first: number; readonly last: number };
  /** Whether the interval reaches the reference: it may then not lie below it at all. */
  readonly mayReachReference: boolean;
  /** Indicators further down the order from which it cannot be told apart: the intervals of their gaps overlap. */
  readonly notApartFrom: readonly string[];
}

export interface WeakestIndicators {
  /** From the largest gap on. */
  readonly weakest: readonly WeakIndicator[];
  /** How many indicators lie below their reference. */
  readonly below: number;
}

/** Gaps of printed scores are differences of decimals: what differs less is the same. */
const GAP_DIGITS = 6;

/**
 * The indicators that lie farthest below their reference: gap = reference − score, the largest first, none with a gap of
 * 0 or less. Equal gaps share their places; all that share the last place shown are shown. Two indicators cannot be told
 * apart where the intervals of their gaps, [reference − upper, reference − lower], have a point in common; a score
 * without an interval is a point.
 *
 * @param indicators scores and references 0–100, intervals that contain their score
 * @param most how many are shown where so many lie below and none shares the last place; a whole number > 0
 * @throws ScoringError `out-of-range` for a score, reference, interval or `most`
 * @source product rule: methodology §4.13 (50 = parity with the reference), §2.9d (missing ones are not handed in)
 * @example weakestIndicators([{ code: 'A1', score: 13.1, reference: 50, interval: null }], 5).weakest[0].gap // 36.9
 */
export function weakestIndicators(indicators: readonly MeasuredIndicator[], most: number): WeakestIndicators {
  if (!(Number.isInteger(most) && most > 0)) throw new ScoringError('out-of-range', { input: 'most', value: most });
  const ordered = indicators
    .map(withGap)
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap);
  const cut = ordered[most - 1]?.gap ?? 0;
  const weakest = ordered.filter(({ gap }) => gap >= cut);
  return {
    below: ordered.length,
    weakest: weakest.map((one) => ({
      ...one,
      place: {
        first: 1 + ordered.filter(({ gap }) => gap > one.gap).length,
        last: ordered.filter(({ gap }) => gap >= one.gap).length,
      },
      mayReachReference: one.interval !== null && one.interval.upper >= one.reference,
      notApartFrom: ordered.filter((other) => other.gap < one.gap && overlap(one, other)).map(({ code }) => code),
    })),
  };
}

type WithGap = MeasuredIndicator & { readonly gap: number };

function withGap(indicator: MeasuredIndicator): WithGap {
  const { code, score, reference, interval } = indicator;
  const isScore = (value: number): boolean => value >= 0 && value <= 100;
  const isUsable = isScore(score) && isScore(reference) && (interval === null || isAround(interval, score));
  if (!isUsable) throw new ScoringError('out-of-range', { input: code, score, reference, interval });
  return { ...indicator, gap: roundTo(reference - score, GAP_DIGITS) };
}

function isAround({ lower, upper }: Interval, score: number): boolean {
  return lower <= score && score <= upper;
}

function overlap(a: WithGap, b: WithGap): boolean {
  const [one, other] = [gapsOf(a), gapsOf(b)];
  return one.lower <= other.upper && other.lower <= one.upper;
}

function gapsOf({ reference, interval, gap }: WithGap): Interval {
  return interval === null
    ? { lower: gap, upper: gap }
    : { lower: reference - interval.upper, upper: reference - interval.lower };
}
