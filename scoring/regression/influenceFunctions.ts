/** An influence function ψ of a scaled residual u as what a fit needs of it. */
export interface InfluenceFunction {
  /** ψ(u)/u, 0–1. */
  weight: (u: number, tuning: number) => number;
  /** ψ'(u). */
  slope: (u: number, tuning: number) => number;
  /** The tuning constant of 95 % efficiency at normal errors. */
  tuning: number;
}

/**
 * Influence functions of M-estimators. Huber: ψ = u up to |u| = k, then constant. Tukey's bisquare:
 * ψ = u·(1 − (u/c)²)² up to |u| = c, then 0.
 *
 * @source P. J. Huber, Ann. Math. Stat. 35 (1964), 73–101; A. E. Beaton, J. W. Tukey, Technometrics 16 (1974), 147–185
 * @example INFLUENCE_FUNCTIONS.huber.weight(2.69, 1.345) // 0.5
 */
export const INFLUENCE_FUNCTIONS = {
  huber: {
    weight: (u, k) => Math.min(1, k / Math.abs(u)),
    slope: (u, k) => (Math.abs(u) <= k ? 1 : 0),
    tuning: 1.345,
  },
  bisquare: {
    weight: (u, c) => (1 - Math.min(1, Math.abs(u / c)) ** 2) ** 2,
    slope: (u, c) => {
      const square = (u / c) ** 2;
      return square < 1 ? (1 - square) * (1 - 5 * square) : 0;
    },
    tuning: 4.685,
  },
} as const satisfies Record<string, InfluenceFunction>;

export type InfluenceFunctionName = keyof typeof INFLUENCE_FUNCTIONS;
