import { grouped } from './grouped.js';

/** A place in a ranking. */
export interface SharedPlace {
  /** 1 = first; equal values share the better place. */
  readonly place: number;
  /** Whether others stand at the same place. */
  readonly shared: boolean;
}

/**
 * Places in a ranking from the largest or from the smallest value; values that agree to twelve digits share a place, so
 * that rounding inside a computation parts no two regions.
 *
 * @param values finite numbers; null has no place
 * @param from which end is first
 * @returns a place per value, in the order of the values
 * @example sharedPlaces([2, 5, 5, null], 'largest') // places 3, 1, 1 (both shared), null
 */
export function sharedPlaces(values: readonly (number | null)[], from: 'largest' | 'smallest'): (SharedPlace | null)[] {
  const sign = from === 'largest' ? 1 : -1;
  const rounded = values.map((value) => (value === null ? null : sign * Number(value.toPrecision(12))));
  const present = rounded.filter((value) => value !== null);
  const places = new Map<number | null, SharedPlace>();
  let before = 0;
  for (const [value, equal] of [...grouped(present, (each) => each)].sort(([a], [b]) => b - a)) {
    places.set(value, { place: before + 1, shared: equal.length > 1 });
    before += equal.length;
  }
  return rounded.map((value) => places.get(value) ?? null);
}
