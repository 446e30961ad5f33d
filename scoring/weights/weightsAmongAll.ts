import type { WeightAdjustment } from '../estimates/weightAdjustment.js';
import type { TownWeights } from './townWeights.js';

/** Weights of all rows of a data matrix. */
export interface PlacedWeights {
  readonly weights: Float64Array;
  /** As in `TownWeights`. */
  readonly adjustment?: WeightAdjustment;
}

/**
 * Weights of some rows placed among all rows: whoever is not weighted keeps the weight 1 and has no part in the
 * adjustment.
 *
 * @param weighted weights of the m rows that the margins speak of
 * @param members 0/1 per row of the matrix, m of them 1
 * @source methodology §2.4
 * @example weightsAmongAll(townWeightsFrom(2, [sex]), Uint8Array.of(1, 0, 1)).weights // [0.8, 1, 1.2]
 */
export function weightsAmongAll(weighted: TownWeights, members: Uint8Array): PlacedWeights {
  let next = 0;
  const places = Int32Array.from(members, (member) => (member === 1 ? next++ : -1));
  const placed = (values: Float64Array, otherwise: number): Float64Array =>
    Float64Array.from(places, (place) => (place < 0 ? otherwise : (values[place] ?? otherwise)));
  const weights = placed(weighted.weights, 1);
  const { adjustment } = weighted;
  return adjustment === undefined ? { weights } : { weights, adjustment: adjustmentAt(places, adjustment, placed) };
}

function adjustmentAt(
  places: Int32Array,
  adjustment: WeightAdjustment,
  placed: (values: Float64Array, otherwise: number) => Float64Array,
): WeightAdjustment {
  switch (adjustment.kind) {
    case 'raked': {
      const { cells, count, categories } = adjustment.joint;
      const outside = count;
      return {
        kind: 'raked',
        joint: {
          cells: places.map((place) => (place < 0 ? outside : (cells[place] ?? outside))),
          count: count + 1,
          categories: categories.map((codes) => Int32Array.of(...codes, -1)),
        },
      };
    }
    case 'post-stratified':
      return {
        kind: 'post-stratified',
        categories: places.map((place) => (place < 0 ? -1 : (adjustment.categories[place] ?? -1))),
        startWeights: placed(adjustment.startWeights, 1),
      };
    case 'calibrated-by-cell':
      return {
        ...adjustment,
        cells: places.map((place) => (place < 0 ? -1 : (adjustment.cells[place] ?? -1))),
        startWeights: placed(adjustment.startWeights, 1),
      };
    case 'calibrated':
      return {
        kind: 'calibrated',
        auxiliaries: adjustment.auxiliaries.map((values) => placed(values, 0)),
        startWeights: placed(adjustment.startWeights, 1),
      };
  }
}
