import { compensatedDotProduct } from '../statistics/compensatedDotProduct.js';

/** A symmetric matrix of covariances, its rows and columns named. */
export interface Covariance {
  readonly keys: readonly string[];
  readonly values: readonly (readonly number[])[];
}

/**
 * Covariance of several estimates from one sample: the Gram matrix of their scaled linearised residuals.
 *
 * @param residuals by name, columns of equal length from `scaledResidualsFrom`
 * @returns covariances in products of the estimates' units, in the order of the names
 * @throws ScoringError `unequal-lengths`
 * @source methodology §5.20
 * @example covarianceFrom({ C1: Float64Array.of(3, 4) }) // { keys: ['C1'], values: [[25]] }
 */
export function covarianceFrom(residuals: Readonly<Record<string, Float64Array>>): Covariance {
  const entries = Object.entries(residuals);
  const values = entries.map(() => entries.map(() => 0));
  for (const [row, [, first]] of entries.entries())
    for (const [column, [, second]] of entries.slice(0, row + 1).entries()) {
      const covariance = compensatedDotProduct(first, second);
      (values[row] ?? [])[column] = covariance;
      (values[column] ?? [])[row] = covariance;
    }
  return { keys: entries.map(([key]) => key), values };
}

/**
 * Covariance of estimates from independent samples: 0 between them, unchanged within.
 *
 * @param parts with different names
 * @example independentCovariance([{ keys: ['C1'], values: [[4]] }, { keys: ['C2'], values: [[9]] }]).values // [[4, 0], [0, 9]]
 */
export function independentCovariance(parts: readonly Covariance[]): Covariance {
  const keys = parts.flatMap((part) => part.keys);
  let before = 0;
  const values = parts.flatMap((part) => {
    const left = before;
    before += part.keys.length;
    return part.values.map((row) => keys.map((_, at) => row[at - left] ?? 0));
  });
  return { keys, values };
}

/**
 * The covariance of some of the estimates, each multiplied by a factor (1 unless told).
 *
 * @param covariance of at least the named estimates
 * @param keys the estimates to keep, in the order of the result; names that the matrix does not know are left out
 * @param factors by name, any unit
 * @example selectedCovariance({ keys: ['B4'], values: [[100]] }, ['B4'], { B4: 0.1 }).values // [[1]]
 */
export function selectedCovariance(
  covariance: Covariance,
  keys: readonly string[],
  factors: Readonly<Record<string, number>> = {},
): Covariance {
  const known = keys.filter((key) => covariance.keys.includes(key));
  const factor = (key: string): number => factors[key] ?? 1;
  const entry = (first: string, second: string): number =>
    covariance.values[covariance.keys.indexOf(first)]?.[covariance.keys.indexOf(second)] ?? 0;
  return { keys: known, values: known.map((a) => known.map((b) => factor(a) * factor(b) * entry(a, b))) };
}
