import type { SamplingDesign } from './samplingDesign.js';

/**
 * Degrees of freedom of a design: primary sampling units − strata, both counted over rows with a positive weight.
 *
 * @returns a whole number, 0 where every stratum has one unit
 * @source E. L. Korn, B. I. Graubard, Analysis of Health Surveys (1999), §5.2; R survey `degf`
 * @example designDegreesOfFreedom({ rows: 200, strata }) // 3 strata: 197
 */
export function designDegreesOfFreedom({ rows, weights, strata, clusters }: SamplingDesign): number {
  const units = new Set<number>();
  const used = new Set<number>();
  for (let row = 0; row < rows; row += 1) {
    if (weights?.[row] === 0) continue;
    units.add(clusters?.[row] ?? row);
    used.add(strata?.[row] ?? 0);
  }
  return units.size - used.size;
}
