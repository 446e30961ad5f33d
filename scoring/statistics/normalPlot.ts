import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { quantile } from './quantile.js';
import { sortedValues } from './sortedValues.js';

/** A normal quantile plot. */
export interface NormalPlot {
  /** The quantile of the standard normal distribution that each value stands against, in the order of the values. */
  readonly theoretical: readonly number[];
  /** The line through both quartiles: intercept in the unit of the values, slope per unit of the normal quantile. */
  readonly intercept: number;
  readonly slope: number;
}

/**
 * Normal quantile plot: the i-th smallest of n values stands against the normal quantile of (i − a)/(n + 1 − 2a),
 * a = 3/8 up to 10 values and 1/2 above. Equal values keep their order.
 *
 * @param values any unit and order, at least 2
 * @throws what `sortedValues` throws
 * @source G. Blom, Statistical Estimates and Transformed Beta-Variables (1958); R `qqnorm`, `ppoints`, `qqline`
 * @example normalPlotFrom([3, 1, 2]).theoretical // [0.8194…, −0.8194…, 0]
 */
export function normalPlotFrom(values: ArrayLike<number>): NormalPlot {
  const sorted = sortedValues(values, 2);
  const n = sorted.length;
  const offset = n <= 10 ? 3 / 8 : 1 / 2;
  const order = Array.from(values, (_, row) => row).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const theoretical = new Array<number>(n).fill(0);
  order.forEach((row, at) => {
    theoretical[row] = normalQuantile((at + 1 - offset) / (n + 1 - 2 * offset), 0, 1);
  });
  const [lower, upper] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const [normalLower, normalUpper] = [normalQuantile(0.25, 0, 1), normalQuantile(0.75, 0, 1)];
  const slope = (upper - lower) / (normalUpper - normalLower);
  return { theoretical, slope, intercept: lower - slope * normalLower };
}
