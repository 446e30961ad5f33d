import { weightedMean, type Mean } from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import { columnOf } from './column.js';
import { rowsOf } from './columns.js';

interface Options {
  columns: string[];
  weights?: number[];
  powers?: number[];
}

/** Means of every row: missing values are left out, but of power means, which then are missing themselves. */
export function aggregation(loaded: LoadedCase): unknown {
  const options = loaded.reference.options as unknown as Options;
  const rows = rowsOf(loaded);
  const columns = options.columns.map((name) => columnOf(rows, name));
  const meansOf = (mean: Mean, complete: boolean) =>
    rows.map((_, row) => {
      const present = columns.flatMap((column, at) => {
        const value = column[row] ?? null;
        return value === null ? [] : [{ value, weight: options.weights?.[at] ?? 1 }];
      });
      if (present.length === 0 || (complete && present.length < columns.length)) return null;
      return weightedMean(
        present.map(({ value }) => value),
        present.map(({ weight }) => weight),
        mean,
      );
    });
  return {
    arithmetic: meansOf('arithmetic', false),
    geometric: meansOf('geometric', false),
    harmonic: meansOf('harmonic', false),
    ...Object.fromEntries((options.powers ?? []).map((power) => [`power_${power}`, meansOf({ power }, true)])),
  };
}
