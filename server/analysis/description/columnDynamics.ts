import type { PanelTable } from '../../../scoring/index.js';
import { presentCellsOf } from './presentCells.js';

/** A column over the years, unit by unit. */
export interface ColumnDynamics {
  column: string;
  /** Ascending. */
  years: number[];
  /** In the order of the data, each with a value per year; null = missing. */
  units: { unit: string; values: (number | null)[] }[];
  /** Units that stand out in the chart. */
  shown: string[];
}

const MOST_SHOWN = 6;

/** Where no units were chosen, the two highest and the two lowest of the last year stand out. */
export function columnDynamicsOf(panel: PanelTable, column: string, chosen: readonly string[]): ColumnDynamics {
  const years = [...new Set(panel.years)].toSorted((a, b) => a - b);
  const rows = new Map([...new Set(panel.units)].map((unit) => [unit, new Map<number, number>()]));
  for (const { unit, year, value } of presentCellsOf(panel, column)) rows.get(unit)?.set(year, value);
  const units = [...rows].map(([unit, values]) => ({ unit, values: years.map((year) => values.get(year) ?? null) }));
  const known = chosen.filter((unit) => rows.has(unit));
  return { column, years, units, shown: (known.length > 0 ? known : outermost(units)).slice(0, MOST_SHOWN) };
}

function outermost(units: ColumnDynamics['units']): string[] {
  const ranked = units
    .flatMap(({ unit, values }) => {
      const last = values.findLast((value) => value !== null);
      return last == null ? [] : [{ unit, last }];
    })
    .toSorted((a, b) => b.last - a.last)
    .map(({ unit }) => unit);
  return ranked.length <= 4 ? ranked : [...ranked.slice(0, 2), ...ranked.slice(-2)];
}
