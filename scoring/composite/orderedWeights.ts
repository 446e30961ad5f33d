import { unitWeights } from './unitWeights.js';

/**
 * The weights of an ordered weighted average: values are put in descending order, and a value gets the share of the
 * position weights that its part of the total importance covers, w*(S) − w*(S′), where w* joins the sums of the
 * position weights by straight lines. With equal importance and as many positions as values these are Yager's OWA
 * weights; with equal positions they are the importance weights. Missing values need no other positions.
 *
 * @param values finite numbers
 * @param importance a weight ≥ 0 per value, of any scale
 * @param positions weights ≥ 0 from the best to the worst place, of any scale and number
 * @returns a weight per value in the order of the values, summing to 1
 * @throws ScoringError `empty`, `negative-weight`, `zero-weights`
 * @source R. R. Yager, IEEE Trans. SMC 18 (1988), 183–190; V. Torra, Int. J. Intelligent Systems 12 (1997), 153–166
 * @example orderedWeights([10, 50], [1, 1], [0.2, 0.8]) // [0.8, 0.2]: mostly the worse of the two
 */
export function orderedWeights(values: readonly number[], importance: readonly number[], positions: readonly number[]): number[] {
  const shares = unitWeights(importance);
  const steps = unitWeights(positions);
  const descending = values.map((_, at) => at).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ordered = values.map(() => 0);
  let covered = 0;
  for (const at of descending) {
    const next = covered + (shares[at] ?? 0);
    ordered[at] = sumUpTo(next, steps) - sumUpTo(covered, steps);
    covered = next;
  }
  return unitWeights(ordered.map((weight) => Math.max(0, weight)));
}

function sumUpTo(share: number, steps: readonly number[]): number {
  return steps.reduce((sum, step, at) => sum + step * Math.min(1, Math.max(0, share * steps.length - at)), 0);
}
