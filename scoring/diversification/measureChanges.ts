/** A measure in a year; null where it does not exist. */
export interface YearValue {
  readonly year: number;
  readonly value: number | null;
}

/** How a measure moved from one year to a later one. */
export interface MeasureChange {
  readonly from: number;
  readonly to: number;
  /** Later minus earlier, in units of the measure. */
  readonly difference: number;
  /** The difference by the earlier value, a fraction; null where that is 0. */
  readonly relative: number | null;
}

/**
 * Changes of a measure between neighbouring years that have it, and from the first to the last.
 *
 * @param series in any order, each year once
 * @returns changes by year; over the whole time null where fewer than two years have the measure
 * @example measureChanges([{ year: 2021, value: 2 }, { year: 2022, value: 3 }]).whole // from 2021 to 2022, difference 1, relative 0.5
 */
export function measureChanges(series: readonly YearValue[]): {
  steps: MeasureChange[];
  whole: MeasureChange | null;
} {
  const known = series.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }])).sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  return {
    steps: known.slice(1).flatMap((after, at) => {
      const before = known[at];
      return before === undefined ? [] : [changeBetween(before, after)];
    }),
    whole: first === undefined || last === undefined || first === last ? null : changeBetween(first, last),
  };
}

interface Known {
  readonly year: number;
  readonly value: number;
}

function changeBetween(before: Known, after: Known): MeasureChange {
  const difference = after.value - before.value;
  const relative = before.value === 0 ? null : difference / before.value;
  return { from: before.year, to: after.year, difference, relative };
}
