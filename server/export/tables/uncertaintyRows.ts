import type { RankSensitivity, ScoreSensitivity } from '../../../scoring/index.js';
import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { Cell } from '../../csv/index.js';
import { publicShareOf } from '../../results/index.js';

/** What differs from row to row in files of draws. */
export interface UncertaintyRow {
  measure: 'score' | 'score-sampling' | 'score-doubted' | 'place' | 'above' | 'shift' | 'first-order' | 'total';
  town?: string;
  otherTown?: string;
  /** Part of the score, or group of what varies. */
  id?: string;
  unit: 'points' | 'place' | 'share';
  value?: number;
  median?: number;
  lower?: number;
  upper?: number;
  draws?: number;
  seed?: number;
  reason?: string;
}

export interface UncertaintyWords {
  townNames: ReadonlyMap<string, LocalizedText>;
  /** Parts of the score and groups of what varies. */
  partNames: ReadonlyMap<string, LocalizedText>;
}

export const DRAWN_COLUMNS = ['unit', 'value', 'median', 'lower', 'upper', 'draws', 'seed', 'flag', 'reason'] as const;

/** The cells of these columns; what has no number has a reason. */
export function drawnCells({ unit, value, median, lower, upper, draws, seed, reason }: UncertaintyRow): Cell[] {
  const numbers = [value, median, lower, upper, draws, seed].map((number) => number ?? null);
  return [unit, ...numbers, reason === undefined ? null : 'm', reason ?? null];
}

/** Shares of the spread, alone and with the others, by group; what cannot vary or be told has its reason. */
export function sensitivityRows(sensitivity: ScoreSensitivity | RankSensitivity): UncertaintyRow[] {
  const orders = [
    ['first-order', 'first'],
    ['total', 'total'],
  ] as const;
  if (sensitivity.state === 'missing') return orders.map(([measure]) => ({ measure, unit: 'share', reason: sensitivity.reason }));
  const { groups, notVaried, base, seed } = sensitivity;
  return orders.flatMap(([measure, order]): UncertaintyRow[] => [
    ...groups.map((entry): UncertaintyRow => {
      const { share, interval } = publicShareOf(entry[order]);
      return { measure, id: entry.group, unit: 'share', value: share, ...interval, draws: base, seed };
    }),
    ...notVaried.map((group): UncertaintyRow => ({ measure, id: group, unit: 'share', reason: 'not-varied' })),
  ]);
}
