import type { WeightAdjustment } from '../estimates/weightAdjustment.js';
import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { calibratedWeights, type Auxiliary } from './calibratedWeights.js';
import { jointCellsOf } from './jointCells.js';
import { sumsByCategory } from './margin.js';
import { postStratifiedWeights } from './postStratifiedWeights.js';
import { rakedToShares, type CategoryShares } from './rakedToShares.js';

/** How weights are brought to the margins of a population. */
export type WeightingKind = 'raking' | 'post-stratification' | 'linear-calibration' | 'raking-calibration';

/** Weights that meet their margins, not yet clipped. */
export interface AdjustedWeights {
  readonly weights: Float64Array;
  /** Sweeps of raking; 0 for the other kinds, which have none. */
  readonly iterations: number;
  readonly adjustment: WeightAdjustment;
}

/**
 * Weights adjusted to shares of a population. Whatever the kind, a margin speaks only of the rows that it classifies,
 * whose weight together it does not change.
 *
 * @param start weights ≥ 0 before, n numbers, not all 0
 * @param margins every category of which has a row of positive weight; exactly one for post-stratification
 * @param kind the adjustment
 * @returns weights with the same sum
 * @throws ScoringError `out-of-range` for post-stratification to several margins, and what the adjustments throw
 * @source methodology §2.4
 * @example adjustedToShares(Float64Array.of(1, 1), [{ categories: Int32Array.of(0, 1), shares: [0.4, 0.6] }], 'post-stratification').weights // [0.8, 1.2]
 */
export function adjustedToShares(start: Float64Array, margins: readonly CategoryShares[], kind: WeightingKind): AdjustedWeights {
  switch (kind) {
    case 'raking': {
      const { weights, iterations, joint } = rakedToShares(start, margins);
      return { weights, iterations, adjustment: { kind: 'raked', joint } };
    }
    case 'post-stratification':
      return postStratified(start, margins);
    case 'linear-calibration':
      return calibrated(start, margins, 'linear');
    case 'raking-calibration':
      return calibrated(start, margins, 'raking');
  }
}

/** Rows that the margin does not classify are a category of their own, which keeps its weight. */
function postStratified(start: Float64Array, margins: readonly CategoryShares[]): AdjustedWeights {
  const [margin] = margins;
  if (!margin || margins.length > 1) throw new ScoringError('out-of-range', { input: 'margins', count: margins.length });
  const { categories, shares } = margin;
  const filled = categories.map((category) => (category < 0 ? shares.length : category));
  const rest = sumsByCategory(start, filled, shares.length + 1)[shares.length] ?? 0;
  const classified = compensatedSum(start.length, (row) => start[row] ?? 0) - rest;
  const totals = [...shares.map((share) => share * classified), rest];
  const weights = postStratifiedWeights(start, { categories: filled, totals });
  return { weights, iterations: 0, adjustment: { kind: 'post-stratified', categories, startWeights: start } };
}

/** All rows of a joint cell get the same factor, so that the cells are calibrated instead of the rows. */
function calibrated(start: Float64Array, margins: readonly CategoryShares[], distance: 'linear' | 'raking'): AdjustedWeights {
  const { cells, count, categories } = jointCellsOf(
    start.length,
    margins.map((margin) => margin.categories),
  );
  const sizes = sumsByCategory(start, cells, count);
  const known = margins.flatMap(({ shares }, at) => indicatorsOf(categories[at] ?? new Int32Array(), shares, at === 0, sizes));
  const fitted = calibratedWeights(sizes, known, distance);
  const sumOf = (values: Float64Array): number => compensatedSum(values.length, (at) => values[at] ?? 0);
  const scale = sumOf(sizes) / sumOf(fitted);
  const factors = fitted.map((size, cell) => (scale * size) / (sizes[cell] ?? 1));
  const auxiliaries = known.map(({ values }) => values);
  return {
    weights: start.map((weight, row) => weight * (factors[cells[row] ?? -1] ?? 1)),
    iterations: 0,
    adjustment: { kind: 'calibrated-by-cell', cells, auxiliaries, startWeights: start },
  };
}

/**
 * A 0/1 variable per category with its total, by cell. The categories of a margin that classifies everybody add up to
 * those of the first margin, so that the last of them follows from the others.
 */
function indicatorsOf(categories: Int32Array, shares: readonly number[], isFirst: boolean, sizes: Float64Array): Auxiliary[] {
  const sums = sumsByCategory(sizes, categories, shares.length);
  const classified = compensatedSum(sums.length, (at) => sums[at] ?? 0);
  const needed = isFirst || categories.includes(-1) ? shares : shares.slice(0, -1);
  return needed.map((share, category) => ({
    values: Float64Array.from(categories, (own) => (own === category ? 1 : 0)),
    total: share * classified,
  }));
}
