import type { Design } from './design.js';
import { preciseProduct, type PreciseColumn } from './preciseColumn.js';

/**
 * A weighted design as an unweighted one: every column and the response multiplied by √w.
 *
 * @param design with or without weights
 * @returns the design without weights; itself where it has none
 * @example whitened({ ...design, weights: Float64Array.of(4, 1) }).response // twice y₁, y₂
 */
export function whitened(design: Design): Design {
  const { weights, columns, response } = design;
  if (!weights) return design;
  const roots = weights.map(Math.sqrt);
  const unweighted = columns.map((column) => multiplied(column, roots));
  return { ...design, columns: unweighted, response: multiplied(response, roots), weights: undefined };
}

function multiplied(column: PreciseColumn, factors: Float64Array): PreciseColumn {
  const high = new Float64Array(factors.length);
  const low = new Float64Array(factors.length);
  factors.forEach((factor, row) => {
    const value = { high: column.high[row] ?? 0, low: column.low[row] ?? 0 };
    const product = preciseProduct(value, { high: factor, low: 0 });
    high[row] = product.high;
    low[row] = product.low;
  });
  return { high, low };
}
