import { orderedWeights } from '../composite/orderedWeights.js';
import { unitWeights } from '../composite/unitWeights.js';
import { exponentOf, weightedMean, type Mean } from '../composite/weightedMean.js';

/** One value that enters an aggregation. */
export interface Part {
  readonly id: string;
  readonly score: number;
  readonly weight: number;
}

/** The result of an aggregation step. */
export interface Aggregate {
  readonly score: number;
  /** Weights that sum to 1, by part. */
  readonly weights: Readonly<Record<string, number>>;
  /** Parts that were raised to the floor before they entered. */
  readonly floored: readonly string[];
  /** Partial derivative of the result by each part; 0 for a floored part. */
  readonly slopes: Readonly<Record<string, number>>;
}

/**
 * Weighted mean of scores. Before a geometric or harmonic mean (and powers of 0 or below) parts are raised to the floor,
 * which keeps the mean from vanishing with one part; the part itself stays as it is. An ordered weighted average has the
 * slopes of its present order.
 *
 * @param parts at least one; scores 0–100, weights ≥ 0 of any scale (they are divided by their sum)
 * @param mean which mean
 * @param floor > 0
 * @returns a score of 0–100
 * @throws ScoringError `empty`, `negative-weight`, `zero-weights`
 * @source methodology §4.15
 * @example aggregateFrom([{ id: 'A', score: 0, weight: 1 }, { id: 'B', score: 64, weight: 1 }], 'geometric', 1) // score 8, floored ['A']
 */
export function aggregateFrom(parts: readonly Part[], mean: Mean, floor: number): Aggregate {
  const shares = unitWeights(parts.map((part) => part.weight));
  const exponent = exponentOf(mean);
  const entered = parts.map((part) => enteringScore(part.score, mean, floor));
  const isFloored = (part: Part) => enteringScore(part.score, mean, floor) !== part.score;
  const score = weightedMean(entered, shares, mean);
  const ordered = typeof mean === 'object' && 'positions' in mean ? orderedWeights(entered, shares, mean.positions) : shares;
  const slopeOf = (part: Part, at: number) =>
    isFloored(part) ? 0 : (ordered[at] ?? 0) * (exponent === 1 ? 1 : (score / part.score) ** (1 - exponent));
  return {
    score,
    weights: byId(parts, (_, at) => shares[at] ?? 0),
    floored: parts.filter(isFloored).map((part) => part.id),
    slopes: byId(parts, slopeOf),
  };
}

/**
 * What enters an aggregation for a score: the score, or the floor where the mean would vanish with it.
 *
 * @param score 0–100
 * @param mean which mean
 * @param floor > 0
 * @source methodology §4.15
 * @example enteringScore(0.2, 'geometric', 1) // 1
 */
export function enteringScore(score: number, mean: Mean, floor: number): number {
  return exponentOf(mean) <= 0 && score < floor ? floor : score;
}

function byId(parts: readonly Part[], value: (part: Part, at: number) => number): Record<string, number> {
  return Object.fromEntries(parts.map((part, at) => [part.id, value(part, at)]));
}
