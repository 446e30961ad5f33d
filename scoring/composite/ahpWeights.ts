import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { ScoringError } from '../scoringError.js';
import { unitWeights } from './unitWeights.js';
import { worstJudgement } from './worstJudgement.js';

/** Saaty's mean consistency index of random judgements, from three items on; two are always consistent. */
const RANDOM_INDICES = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48];
const FIRST_WITH_INDEX = 3;

/** Judgements that contradict one another more than this give no weights. */
const LARGEST_RATIO = 0.1;

/** A judgement and its reverse may differ from reciprocals by the rounding of printed fractions only. */
const RECIPROCAL_ROUNDING = 1e-6;

export interface AhpWeights {
  /** In the order of the judgements, summing to 1. */
  readonly weights: readonly number[];
  /** λ, at least the number of items; equal to it where the judgements agree fully. */
  readonly largestEigenvalue: number;
  /** (λ − n)/(n − 1)/random index: 0 = full agreement. */
  readonly consistencyRatio: number;
}

/**
 * Weights of the analytic hierarchy process: the principal eigenvector of pairwise judgements, with the ratio of its
 * consistency index to that of random judgements.
 *
 * @param judgements square, 1–12 items; row over column: how many times more important, > 0
 * @throws ScoringError `empty`, `unequal-lengths`, `out-of-range` for more than 12 items, `not-finite`, `not-positive`,
 * `not-reciprocal` naming the pair, `inconsistent-judgements` for a ratio above 0.1, naming the pair to think over first
 * @source T. L. Saaty, The Analytic Hierarchy Process (1980); methodology §4.14
 * @example ahpWeights([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]).weights // [4/7, 2/7, 1/7]
 */
export function ahpWeights(judgements: readonly (readonly number[])[]): AhpWeights {
  const count = judgements.length;
  requireReciprocal(judgements);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(judgements.map((row) => [...row])));
  // By Perron's theorem the largest eigenvalue of a positive matrix is real and its vector has one sign.
  const largestEigenvalue = Math.max(...realEigenvalues);
  const weights = unitWeights(eigenvectorMatrix.getColumn(realEigenvalues.indexOf(largestEigenvalue)).map(Math.abs));
  const randomIndex = RANDOM_INDICES[count - FIRST_WITH_INDEX];
  const consistencyRatio = randomIndex === undefined ? 0 : Math.max(0, (largestEigenvalue - count) / (count - 1)) / randomIndex;
  if (consistencyRatio > LARGEST_RATIO)
    throw new ScoringError('inconsistent-judgements', {
      consistencyRatio,
      largest: LARGEST_RATIO,
      ...worstJudgement(judgements, weights),
    });
  return { weights, largestEigenvalue, consistencyRatio };
}

function requireReciprocal(judgements: readonly (readonly number[])[]): void {
  const count = judgements.length;
  if (count === 0) throw new ScoringError('empty', { input: 'judgements' });
  if (count >= FIRST_WITH_INDEX + RANDOM_INDICES.length) throw new ScoringError('out-of-range', { items: count });
  for (const [row, values] of judgements.entries()) {
    if (values.length !== count) throw new ScoringError('unequal-lengths', { row, length: values.length, items: count });
    for (const [column, value] of values.entries()) {
      if (!Number.isFinite(value)) throw new ScoringError('not-finite', { row, column });
      if (value <= 0) throw new ScoringError('not-positive', { row, column, value });
      const reverse = judgements[column]?.[row] ?? Number.NaN;
      if (Number.isFinite(reverse) && Math.abs(value * reverse - 1) > RECIPROCAL_ROUNDING)
        throw new ScoringError('not-reciprocal', { row, column, value, reverse });
    }
  }
}
