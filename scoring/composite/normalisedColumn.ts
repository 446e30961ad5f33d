import { ScoringError } from '../scoringError.js';
import { presentValues, type Column } from '../statistics/column.js';
import { ranksOf, type Ties } from '../statistics/ranks.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { goalpostScore } from './goalpostScore.js';
import { positionBetween } from './positionBetween.js';

/** 1 = higher is better (benefit), −1 = lower is better (cost). */
export type Direction = 1 | -1;

/** An indicator over the compared units. */
export interface IndicatorColumn {
  readonly id: string;
  readonly direction: Direction;
  readonly values: Column;
}

/** How an indicator becomes comparable with others. Points are in the unit of the indicator; capped = cut at 1. */
export type ColumnNormalisation =
  | { readonly method: 'minmax'; readonly lower: number; readonly upper: number }
  | { readonly method: 'zscore'; readonly mean: number; readonly sd: number }
  | { readonly method: 'rank' | 'borda' | 'percentileRank'; readonly ties: Ties }
  | { readonly method: 'distanceToMax' | 'fractionOfMax' }
  | { readonly method: 'distanceToReference'; readonly reference: number; readonly capped: boolean }
  | { readonly method: 'distanceToTarget'; readonly target: number; readonly capped: boolean }
  | {
      readonly method: 'goalposts';
      readonly lower: number;
      readonly upper: number;
      readonly scale: number;
      readonly log: boolean;
    };

/**
 * Normalises an indicator over the compared units, so that more is better whatever its direction d. With y = d·x:
 * `minmax` (y − min)/(max − min) stretched to lower…upper; `zscore` mean + sd·(y − ȳ)/s with the sample standard
 * deviation; `rank` 1 = worst; `borda` rank − 1; `percentileRank` borda/(n − 1); `distanceToMax` (y − min)/(max − min);
 * `distanceToReference` (y − min)/(d·reference − min). With x as it is: `distanceToTarget` (x − min)/(target − min), for
 * costs (max − x)/(max − target); `goalposts` (x − lower)/(upper − lower), for costs from upper to lower, cut to 0–1,
 * times scale; `fractionOfMax` x/max, of benefits only.
 *
 * @param indicator present values finite; missing ones stay missing and do not count
 * @param normalisation the method with its points
 * @returns a score per unit in the order of the values, null = missing
 * @throws ScoringError `empty`, `not-finite`, `constant-column`, `bad-normalisation`, `not-positive`
 * @source OECD/JRC, Handbook on Constructing Composite Indicators (2008), §1.5; W. Becker, COINr 1.1 (2022)
 * @example normalisedColumn({ id: 'A2', direction: -1, values: [0, null, 4] }, { method: 'minmax', lower: 0, upper: 100 }) // [100, null, 0]
 */
export function normalisedColumn(indicator: IndicatorColumn, normalisation: ColumnNormalisation): Column {
  const present = presentValues(indicator.values, indicator.id);
  const points: readonly unknown[] = Object.values(normalisation);
  if (points.some((point) => typeof point === 'number' && !Number.isFinite(point)))
    throw new ScoringError('bad-normalisation', { input: indicator.id, method: normalisation.method });
  const scores = presentScores(indicator, present, normalisation);
  if (!scores.every(Number.isFinite))
    throw new ScoringError('bad-normalisation', { input: indicator.id, method: normalisation.method });
  let next = 0;
  return indicator.values.map((value) => (value === null ? null : (scores[next++] ?? null)));
}

function presentScores({ id, direction }: IndicatorColumn, present: number[], normalisation: ColumnNormalisation): number[] {
  const ascending = present.map((value) => value * direction);
  switch (normalisation.method) {
    case 'minmax': {
      const { lower, upper } = normalisation;
      return placesInRange(id, ascending).map((place) => lower + (upper - lower) * place);
    }
    case 'zscore':
      return standardised(id, ascending).map((z) => normalisation.mean + normalisation.sd * z);
    case 'rank':
      return ranksOf(ascending, normalisation.ties);
    case 'borda':
      return ranksOf(ascending, normalisation.ties).map((rank) => rank - 1);
    case 'percentileRank':
      return ranksOf(ascending, normalisation.ties).map((rank) => positionBetween(rank, 1, present.length));
    case 'distanceToMax':
      return placesInRange(id, ascending);
    case 'distanceToReference':
      return places(ascending, Math.min(...ascending), normalisation.reference * direction, normalisation.capped);
    case 'distanceToTarget':
      return places(ascending, Math.min(...ascending), normalisation.target * direction, normalisation.capped);
    case 'goalposts':
      return present.map((value) => goalpostScore(value, direction, normalisation));
    case 'fractionOfMax':
      if (direction === -1) throw new ScoringError('bad-normalisation', { input: id, method: 'fractionOfMax' });
      return places(present, 0, Math.max(...present), false);
  }
}

function placesInRange(input: string, values: readonly number[]): number[] {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (lowest === highest) throw new ScoringError('constant-column', { input });
  return places(values, lowest, highest, false);
}

function places(values: readonly number[], from: number, to: number, capped: boolean): number[] {
  const all = values.map((value) => positionBetween(value, from, to));
  return capped ? all.map((place) => Math.min(1, place)) : all;
}

function standardised(input: string, values: readonly number[]): number[] {
  const { mean, sampleVariance } = sampleMomentsOf(values);
  if (Math.min(...values) === Math.max(...values) || sampleVariance === 0) throw new ScoringError('constant-column', { input });
  return values.map((value) => (value - mean) / Math.sqrt(sampleVariance));
}
