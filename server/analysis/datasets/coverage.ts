import type { PanelTable } from '../../../scoring/index.js';

/** Which unit has how many values in which year. */
export interface Coverage {
  /** Every year of the panel, ascending. */
  years: number[];
  /** How many columns there are to have values in. */
  columns: number;
  units: {
    unit: string;
    /** Values in each year; undefined where the panel has no such row. */
    cells: (number | undefined)[];
  }[];
}

export function coverageOf({ units, years, columns }: PanelTable): Coverage {
  const values = Object.values(columns);
  const counts = new Map<string, Map<number, number>>();
  units.forEach((unit, at) => {
    const own = counts.get(unit) ?? new Map<number, number>();
    const present = values.filter((column) => !Number.isNaN(column[at] ?? Number.NaN)).length;
    counts.set(unit, own.set(years[at] ?? Number.NaN, present));
  });
  const all = [...new Set(years)].sort((a, b) => a - b);
  return {
    years: all,
    columns: values.length,
    units: [...counts].map(([unit, own]) => ({ unit, cells: all.map((year) => own.get(year)) })),
  };
}
