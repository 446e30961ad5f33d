import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { ScoringError } from '../scoringError.js';
import { presentValues, type Column } from '../statistics/column.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { completeRows } from '../statistics/correlationMatrix.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';

/** From here on the first two components cannot be told apart. */
const TIED = 1e-10;

/** The principal components of a group of indicators and the weights that the first of them gives. */
export interface PcaWeights {
  /** Complete rows. */
  readonly n: number;
  /** Variances of the components, falling; they sum to the number of indicators if these were scaled. */
  readonly eigenvalues: readonly number[];
  /** Each eigenvalue by their sum. */
  readonly varianceShares: readonly number[];
  readonly cumulativeShares: readonly number[];
  /** The first component by indicator: unit length, sum not negative. */
  readonly firstComponent: Readonly<Record<string, number>>;
  /** Its squares: weights that sum to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Indicators that the first component counts against the others. */
  readonly negative: readonly string[];
}

/**
 * Principal components by singular value decomposition of the centred columns, of their correlations if scaled, else of
 * their covariances; the squares of the first component are weights. Rows with a missing value are dropped.
 *
 * @param columns by indicator, of equal length; null = missing; directions are not applied
 * @param scaled whether every column is divided by its sample standard deviation
 * @throws ScoringError `empty`, `not-finite`, `unequal-lengths`, `too-few-rows`, `constant-column` naming the indicator,
 * `tied-components` where the first component is not determined
 * @source OECD/JRC, Handbook on Constructing Composite Indicators (2008), §1.6; W. Becker, COINr 1.1 (2022)
 * @example pcaWeights({ a: [1, 2, 3], b: [2, 4, 6] }, true).weights // { a: 0.5, b: 0.5 }
 */
export function pcaWeights(columns: Readonly<Record<string, Column>>, scaled: boolean): PcaWeights {
  const names = Object.keys(columns);
  if (names.length === 0) throw new ScoringError('empty', { input: 'columns' });
  for (const [name, values] of Object.entries(columns)) presentValues(values, name);
  const complete = completeRows(Object.values(columns));
  const n = complete[0]?.length ?? 0;
  if (n < 2) throw new ScoringError('too-few-rows', { rows: n, needed: 2 });
  const centred = complete.map((values, at) => centredValues(names[at] ?? '', values, scaled));
  const { diagonal, rightSingularVectors } = new SingularValueDecomposition(new Matrix(centred).transpose(), {
    computeLeftSingularVectors: false,
    autoTranspose: true,
  });
  const eigenvalues = diagonal.map((value) => value ** 2 / (n - 1));
  const [first = 0, second = 0] = eigenvalues;
  if (first - second <= TIED * first) throw new ScoringError('tied-components', { eigenvalues: [first, second] });
  const component = withPositiveSum(rightSingularVectors.getColumn(0));
  const shares = sharesOf(eigenvalues);
  const byName = (value: (loading: number) => number) =>
    Object.fromEntries(names.map((name, at) => [name, value(component[at] ?? 0)]));
  return {
    n,
    eigenvalues,
    varianceShares: shares,
    cumulativeShares: shares.map((_, at) => compensatedSum(at + 1, (part) => shares[part] ?? 0)),
    firstComponent: byName((loading) => loading),
    weights: byName((loading) => loading ** 2),
    negative: names.filter((_, at) => (component[at] ?? 0) < 0),
  };
}

function centredValues(name: string, values: readonly number[], scaled: boolean): number[] {
  const { mean, sampleVariance } = sampleMomentsOf(values);
  if (values.every((value) => value === values[0]) || sampleVariance === 0)
    throw new ScoringError('constant-column', { input: name });
  const unit = scaled ? Math.sqrt(sampleVariance) : 1;
  return values.map((value) => (value - mean) / unit);
}

function withPositiveSum(loadings: number[]): number[] {
  return compensatedSum(loadings.length, (at) => loadings[at] ?? 0) < 0 ? loadings.map((loading) => -loading) : loadings;
}

function sharesOf(values: readonly number[]): number[] {
  const sum = compensatedSum(values.length, (at) => values[at] ?? 0);
  return values.map((value) => value / sum);
}
