/** A one-factor model of standardised items: r_ij = l_i·l_j for i ≠ j, and 1 = l_i² + u_i. */
export interface OneFactor {
  /** l, by item; their sum is not negative. */
  readonly loadings: readonly number[];
  /** u, by item. */
  readonly uniquenesses: readonly number[];
  /** Positions of items whose uniqueness was held at its lowest value: a Heywood case, the model does not fit them. */
  readonly heywoodItems: readonly number[];
}

/** The lowest uniqueness that a fit may reach (as R's `factanal`). */
export const LEAST_UNIQUENESS = 0.005;

/** The factor with the sign that makes the sum of its loadings positive. */
export function signedFactor(loadings: readonly number[], uniquenesses: readonly number[]): OneFactor {
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
  const isLeast = (uniqueness: number): boolean => uniqueness <= LEAST_UNIQUENESS * (1 + 1e-9);
  return {
    loadings: loadings.map((loading) => sign * loading),
    uniquenesses,
    heywoodItems: Array.from(uniquenesses.keys()).filter((item) => isLeast(uniquenesses[item] ?? 1)),
  };
}
