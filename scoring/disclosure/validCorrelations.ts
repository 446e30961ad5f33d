import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Negative eigenvalues of this size are rounding. */
const ROUNDING = 1e-9;

/**
 * Correlations that belong together, from ones that were put together from two samples: where no random variables can
 * have them (an eigenvalue is negative), the negative part of the spectrum is left out and the diagonal set to 1 again.
 *
 * @param correlations symmetric, n × n, 1 on the diagonal
 * @returns the same where they are valid; else the positive part V·max(Λ, 0)·Vᵀ scaled to the diagonal 1
 * @source R. Rebonato, P. Jäckel, Journal of Risk 2 (1999), 17–27, spectral decomposition
 * @example validCorrelations([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])[0]?.[1] // 0.5
 */
export function validCorrelations(correlations: readonly (readonly number[])[]): readonly (readonly number[])[] {
  if (correlations.length === 0) return correlations;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(correlations.map((row) => [...row])), {
    assumeSymmetric: true,
  });
  if (Math.min(...realEigenvalues) >= -ROUNDING) return correlations;
  const positive = eigenvectorMatrix
    .mmul(Matrix.diag(realEigenvalues.map((value) => Math.max(0, value))))
    .mmul(eigenvectorMatrix.transpose());
  const scaleOf = (at: number): number => Math.sqrt(positive.get(at, at));
  return correlations.map((row, at) =>
    row.map((_, beside) => (at === beside ? 1 : positive.get(at, beside) / (scaleOf(at) * scaleOf(beside)))),
  );
}
