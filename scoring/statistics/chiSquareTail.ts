import normalDistribution from '@stdlib/stats-base-dists-normal-cdf';

/**
 * Upper tail of the chi-square distribution, Q(x; ν) = P(X ≥ x), by the recurrence
 * Q(x; ν + 2) = Q(x; ν) + (x/2)^(ν/2)·e^(−x/2)/Γ(ν/2 + 1) from Q(x; 1) = 2Φ(−√x) or Q(x; 2) = e^(−x/2).
 * Every term is positive, so that small p values keep their digits.
 *
 * @param x the statistic, ≥ 0
 * @param degreesOfFreedom ν, a whole number ≥ 1
 * @returns a probability 0–1
 * @source M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions (1964), 26.4.4, 26.4.5, 26.4.8
 * @example chiSquareTail(9.93752110368645, 3) // 0.0191047636…
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (x === 0) return 1;
  const odd = degreesOfFreedom % 2 === 1;
  let tail = odd ? 2 * normalDistribution(-Math.sqrt(x), 0, 1) : Math.exp(-x / 2);
  let term = odd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : (x / 2) * Math.exp(-x / 2);
  for (let order = odd ? 1 : 2; order < degreesOfFreedom; order += 2) {
    tail += term;
    term *= x / (order + 2);
  }
  return Math.min(tail, 1);
}
