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
  return rounded.map((value) => {
    if (value === null) return null;
    const before = rounded.filter((other) => other !== null && other > value).length;
    const equal = rounded.filter((other) => other === value).length;
    return { place: before + 1, shared: equal > 1 };
  });
}
