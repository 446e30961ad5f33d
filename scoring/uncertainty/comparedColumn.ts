import { scoreInRange, type ScoredRange } from '../scores/normalisation.js';
import type { ModelIndicator } from './scoreModel.js';

/** The normalisation of the method, or one over the compared towns. */
export type DrawnNormalisation = 'method' | 'minmax' | 'zscore' | 'rank';

/** With fewer towns a place among them says too little. */
const FEWEST_TOWNS = 10;

/** What a town in the middle scores. */
const MIDDLE = 50;

/** Points of a standard deviation. */
const POINTS_OF_DEVIATION = 10;

/**
 * The normalisations among which a draw chooses.
 *
 * @param towns number of compared towns
 * @source methodology §5.20
 * @example normalisationsFor(3) // ['method']
 */
export function normalisationsFor(towns: number): readonly DrawnNormalisation[] {
  return towns < FEWEST_TOWNS ? ['method'] : ['method', 'minmax', 'zscore', 'rank'];
}

/**
 * Turns the values of one indicator over the compared towns into scores, in place: `minmax` 0–100, `zscore` 50 + 10·z
 * (standard deviation with n − 1), `rank` from 0 for the last to 100 for the first, (rank − 1)/(n − 1) with equal towns
 * sharing the middle of their ranks. Where no town differs all score 50 if they are normalised over the towns.
 *
 * @param values of the towns, in the unit of the indicator
 * @param indicator how the method scores it
 * @param range values that score 0 and 100; null where the method sets none
 * @param normalisation which
 * @throws what `scoreInRange` throws
 * @source methodology §§4.13, 5.20
 * @example compareColumn(Float64Array.of(0, 5, 10), c1, null, 'minmax') // 0, 50, 100
 */
export function compareColumn(
  values: Float64Array,
  indicator: ModelIndicator,
  range: ScoredRange | null,
  normalisation: DrawnNormalisation,
): void {
  if (normalisation === 'method') {
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      values[at] = range === null ? indicator.scoreOf(value) : scoreInRange(value, range).score;
    }
    return;
  }
  const [lowest, highest] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  if (lowest === highest) values.fill(MIDDLE);
  else if (normalisation === 'minmax') stretch(values, lowest, 100 / (highest - lowest), 0);
  else if (normalisation === 'zscore') standardise(values);
  else values.set(placesOf(values));
  if (indicator.isCost) for (let at = 0; at < values.length; at += 1) values[at] = 100 - (values[at] ?? 0);
}

/** Straight line with this slope through `score` at `from`. */
function stretch(values: Float64Array, from: number, slope: number, score: number): void {
  for (let at = 0; at < values.length; at += 1) values[at] = score + slope * ((values[at] ?? 0) - from);
}

function standardise(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  stretch(values, mean, POINTS_OF_DEVIATION / Math.sqrt(squares / (values.length - 1)), MIDDLE);
}

function placesOf(values: Float64Array): Float64Array {
  return values.map((value) => {
    let before = -0.5;
    for (const other of values) before += other < value ? 1 : other === value ? 0.5 : 0;
    return (100 * before) / (values.length - 1);
  });
}
