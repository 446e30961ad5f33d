import type { Town } from '../../../../survey-definitions/contract/index.js';
import { columnTypeOf } from '../columnType.js';
import type { TableWarning } from '../remark.js';
import type { ReadPanel } from './panelFrom.js';

const SHOWN_UNITS = 12;

/** What in a panel may well be a slip of whoever made its file: names of towns, and per cent that a workbook keeps as shares. */
export function slipsIn(
  { table, columns }: Pick<ReadPanel, 'table' | 'columns'>,
  { towns, isWorkbook }: { towns: readonly Town[]; isWorkbook: boolean },
): TableWarning[] {
  const asFraction = columns.filter(({ id, heading }) => isFraction(table.columns[id] ?? new Float64Array(), heading));
  return [
    ...unknownUnits(table.units, towns),
    ...(isWorkbook ? asFraction : []).map(({ heading }): TableWarning => ({
      code: 'perCentAsFraction',
      values: { column: heading },
    })),
  ];
}

/** Where none is known, the panel is of something else, and so are its units. */
function unknownUnits(units: readonly string[], towns: readonly Town[]): TableWarning[] {
  const known = new Set(towns.flatMap(({ id, region }) => [id, region.id]));
  const all = [...new Set(units)];
  const unknown = all.filter((unit) => !known.has(unit));
  if (unknown.length === 0 || unknown.length === all.length) return [];
  const shown = [...unknown.slice(0, SHOWN_UNITS), ...(unknown.length > SHOWN_UNITS ? ['…'] : [])];
  return [{ code: 'unknownUnits', values: { places: shown, count: unknown.length } }];
}

/** A cell that shows 12.5 % holds 0.125. */
function isFraction(values: Float64Array, heading: string): boolean {
  const present = values.filter((value) => !Number.isNaN(value));
  const fractions = present.every((value) => Math.abs(value) <= 1) && !present.every(Number.isInteger);
  return fractions && columnTypeOf(values, heading) === 'per-cent';
}
