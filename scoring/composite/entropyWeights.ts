import { ScoringError } from '../scoringError.js';
import type { Column } from '../statistics/column.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { isConstant } from '../statistics/correlation.js';
import { completeTowns } from './completeTowns.js';
import { weightsByName } from './weightsByName.js';

/**
 * Entropy weights: the more an indicator differs between towns, the more it weighs. With p = x/Σx over n towns its
 * weight goes with 1 + Σ p·ln p/ln n, computed as Σ p·ln(n·p)/ln n, which keeps its digits where towns hardly differ.
 *
 * @param columns scores ≥ 0 of towns by indicator, more is better; null = missing, towns with a gap do not count
 * @returns by indicator, summing to 1
 * @throws ScoringError `too-few-rows` below 10 towns or with no more towns than indicators, `not-positive` for a
 * negative score, `constant-column` naming the indicator, `empty`, `not-finite`, `unequal-lengths`
 * @source C. E. Shannon (1948); C.-L. Hwang, K. Yoon, Multiple Attribute Decision Making (1981), §3.4; methodology §4.14
 * @example entropyWeights({ a, b: a.map((x) => 3 * x) }) // { a: 0.5, b: 0.5 }
 */
export function entropyWeights(columns: Readonly<Record<string, Column>>): Record<string, number> {
  const towns = completeTowns(columns, Object.keys(columns).length + 1);
  return weightsByName(new Map([...towns].map(([name, scores]) => [name, divergenceOf(name, scores)])));
}

function divergenceOf(input: string, scores: readonly number[]): number {
  const count = scores.length;
  if (isConstant(scores)) throw new ScoringError('constant-column', { input });
  if (scores.some((score) => score < 0)) throw new ScoringError('not-positive', { input });
  const total = compensatedSum(count, (at) => scores[at] ?? 0);
  const surplus = compensatedSum(count, (at) => {
    const share = (scores[at] ?? 0) / total;
    return share === 0 ? 0 : share * Math.log(count * share);
  });
  return Math.max(0, surplus) / Math.log(count);
}
