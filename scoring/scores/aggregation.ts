import type { Aggregation } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';

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
 * Weighted mean of scores: arithmetic Σ w·x, or geometric Π max(x, floor)^w. The floor keeps a geometric mean from
 * vanishing with one part; the part itself stays as it is.
 *
 * @param parts at least one; scores 0–100, weights ≥ 0 of any scale (they are divided by their sum)
 * @param aggregation which mean
 * @param floor > 0, used by the geometric mean only
 * @returns a score of 0–100
 * @throws ScoringError `empty`, `negative-weight`, `zero-weights`
 * @source methodology §4.15
 * @example aggregateFrom([{ id: 'A', score: 0, weight: 1 }, { id: 'B', score: 64, weight: 1 }], 'geometric', 1) // score 8, floored ['A']
 */
export function aggregateFrom(parts: readonly Part[], aggregation: Aggregation, floor: number): Aggregate {
  if (parts.length === 0) throw new ScoringError('empty', { input: 'parts' });
  for (const { id, weight } of parts) if (!(weight >= 0)) throw new ScoringError('negative-weight', { id, weight });
  const total = sumOf(parts, (part) => part.weight);
  if (!(total > 0)) throw new ScoringError('zero-weights');
  const weighted = parts.map((part) => ({ ...part, weight: part.weight / total }));
  const weights = byId(weighted, (part) => part.weight);
  if (aggregation === 'arithmetic')
    return { score: sumOf(weighted, ({ weight, score }) => weight * score), weights, floored: [], slopes: weights };

  const entered = weighted.map((part) => Math.max(part.score, floor));
  const logarithm = compensatedSum(weighted.length, (at) => (weighted[at]?.weight ?? 0) * Math.log(entered[at] ?? floor));
  // The last bit of exp and log may lie beyond the values themselves.
  const score = Math.min(Math.max(Math.exp(logarithm), Math.min(...entered)), Math.max(...entered));
  const slopes = byId(weighted, (part) => (part.score < floor ? 0 : (score * part.weight) / part.score));
  return { score, weights, floored: parts.filter((part) => part.score < floor).map((part) => part.id), slopes };
}

function sumOf(parts: readonly Part[], term: (part: Part) => number): number {
  const terms = parts.map(term);
  return compensatedSum(terms.length, (at) => terms[at] ?? 0);
}

function byId(parts: readonly Part[], value: (part: Part) => number): Record<string, number> {
  return Object.fromEntries(parts.map((part) => [part.id, value(part)]));
}
