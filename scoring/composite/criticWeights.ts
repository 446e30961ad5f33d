import type { Column } from '../statistics/column.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { correlation } from '../statistics/correlation.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { completeTowns } from './completeTowns.js';
import { normalisedColumn } from './normalisedColumn.js';
import { weightsByName } from './weightsByName.js';

/**
 * CRITIC weights (criteria importance through intercriteria correlation): an indicator weighs with its contrast and
 * with what the others do not tell already, s_j·Σ_k (1 − r_jk), with the standard deviation s of the min–max normalised
 * indicator and Pearson's r.
 *
 * @param columns scores of towns by indicator, more is better; null = missing, towns with a gap do not count
 * @returns by indicator, summing to 1
 * @throws ScoringError `too-few-rows` below 10 towns or with no more towns than indicators, `constant-column` naming the
 * indicator, `zero-weights` where all indicators tell the same, `empty`, `not-finite`, `unequal-lengths`
 * @source D. Diakoulaki, G. Mavrotas, L. Papayannakis, Computers & Operations Research 22 (1995), 763–770; methodology §4.14
 * @example criticWeights({ a, b: a.map((x) => -x) }) // { a: 0.5, b: 0.5 }
 */
export function criticWeights(columns: Readonly<Record<string, Column>>): Record<string, number> {
  const towns = completeTowns(columns, Object.keys(columns).length + 1);
  const spread = new Map([...towns].map(([name, scores]) => [name, contrastOf(name, scores)]));
  const all = [...towns.values()];
  const conflictOf = (scores: readonly number[]) =>
    compensatedSum(all.length, (other) => 1 - correlation(scores, all[other] ?? [], 'pearson'));
  return weightsByName(new Map([...towns].map(([name, scores]) => [name, (spread.get(name) ?? 0) * conflictOf(scores)])));
}

function contrastOf(id: string, values: readonly number[]): number {
  const places = normalisedColumn({ id, direction: 1, values }, { method: 'minmax', lower: 0, upper: 1 });
  return Math.sqrt(sampleMomentsOf(places.map(Number)).sampleVariance);
}
