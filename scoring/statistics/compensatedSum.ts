/**
 * Compensated sum (Neumaier's variant of Kahan summation): the rounding error of every addition is collected
 * and added at the end, so that the result does not depend on the order or number of the terms.
 *
 * @param count number of terms, ≥ 0
 * @param term the term at a position 0 … count − 1, any unit
 * @returns the sum in the unit of the terms; 0 for no terms
 * @source A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974), 39–51
 * @example compensatedSum(3, (at) => [1e100, 1, -1e100][at] ?? 0) // 1
 */
export function compensatedSum(count: number, term: (at: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < count; at += 1) {
    const value = term(at);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
