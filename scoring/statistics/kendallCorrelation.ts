/**
 * Kendall's τ-b = (C − D)/√((n₀ − n₁)(n₀ − n₂)): concordant minus discordant pairs over the pairs that are not tied in x
 * and not tied in y.
 *
 * @param x finite numbers, not all equal
 * @param y as many, not all equal
 * @returns −1 … 1
 * @source M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945), 239–251
 * @example kendallCorrelation([1, 2, 3], [1, 3, 2]) // 0.333…
 */
export function kendallCorrelation(x: readonly number[], y: readonly number[]): number {
  let difference = 0;
  let untiedX = 0;
  let untiedY = 0;
  for (let i = 1; i < x.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const signX = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
      const signY = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      difference += signX * signY;
      untiedX += Math.abs(signX);
      untiedY += Math.abs(signY);
    }
  return difference / Math.sqrt(untiedX * untiedY);
}
