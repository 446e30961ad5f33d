import type { PanelTable } from '../../../scoring/index.js';

/** Years of a panel, and which units have no row in some of them. */
export interface PanelGaps {
  units: number;
  years: number[];
  /** Units and years that have no row. */
  gaps: { unit: string; year: number }[];
}

/** A panel is complete where every unit has a row in every year; what is not there is named. */
export function panelGapsOf({ units, years }: Pick<PanelTable, 'units' | 'years'>): PanelGaps {
  const all = [...new Set(years)].sort((a, b) => a - b);
  const rows = new Map<string, Set<number>>();
  units.forEach((unit, row) => {
    const own = rows.get(unit) ?? new Set<number>();
    rows.set(unit, own.add(years[row] ?? Number.NaN));
  });
  const gaps = [...rows].flatMap(([unit, own]) => all.filter((year) => !own.has(year)).map((year) => ({ unit, year })));
  return { units: rows.size, years: all, gaps };
}
