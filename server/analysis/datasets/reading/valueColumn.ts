import type { TableFault, TableWarning } from '../remark.js';
import { cellReadingFrom, type CellReading } from './cellReading.js';
import type { FileTable } from './fileTable.js';

/** A column of a file read as figures. */
export type ValueColumn =
  | { state: 'figures'; heading: string; values: Float64Array; faults: TableFault[]; warnings: TableWarning[] }
  | { state: 'left-out'; warning: TableWarning };

/** Where fewer of the filled cells are figures, a column is text; days alone are no figures either. */
const FIGURES_AT_LEAST = 0.5;

/** Reads one column of a file: as figures, each cell that is none being a fault, or as text that is left out. */
export function valueColumnFrom({ headings, lines, mark }: FileTable, at: number): ValueColumn {
  const heading = headings[at] ?? '';
  const column = heading === '' ? String(at + 1) : heading;
  const readings = lines.map(({ cells }) => cellReadingFrom(cells[at] ?? '', mark));
  const filled = readings.filter(({ is }) => is !== 'empty' && is !== 'missing-mark');
  if (filled.length === 0) return { state: 'left-out', warning: { code: 'emptyColumn', values: { column } } };
  if (filled.every(({ is }) => is === 'truth'))
    return figures(column, readings, [], [{ code: 'truthColumn', values: { column } }]);
  const words = filled.filter(({ is }) => is === 'text');
  if (words.length > filled.length * (1 - FIGURES_AT_LEAST) || filled.every(({ is }) => is === 'text' || is === 'date')) {
    const example = lines.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '';
    return { state: 'left-out', warning: { code: 'textColumn', values: { column, example: shortened(example) } } };
  }
  const perCent = filled.every((reading) => reading.is === 'number' && reading.perCent);
  const faults = lines.flatMap(({ row, cells }, line) => {
    const code = faultOf(readings[line] ?? { is: 'empty' }, perCent);
    return code === null ? [] : [{ code, row, column, values: { cell: shortened(cells[at] ?? '') } }];
  });
  return figures(perCent && !column.includes('%') ? `${column}, %` : column, readings, faults, marksOf(readings, column));
}

function figures(heading: string, readings: CellReading[], faults: TableFault[], warnings: TableWarning[]): ValueColumn {
  const values = Float64Array.from(readings, (reading) =>
    reading.is === 'number' || reading.is === 'truth' ? reading.value : Number.NaN,
  );
  return { state: 'figures', heading, values, faults, warnings };
}

function faultOf(reading: CellReading, perCent: boolean): TableFault['code'] | null {
  switch (reading.is) {
    case 'number':
      return reading.perCent && !perCent ? 'perCentAmongOthers' : null;
    case 'empty':
    case 'missing-mark':
      return null;
    case 'decimal-comma':
      return 'decimalComma';
    case 'date':
      return 'isDate';
    case 'error':
      return 'isError';
    case 'truth':
      return 'isTruth';
    case 'text':
      return 'notANumber';
  }
}

function marksOf(readings: CellReading[], column: string): TableWarning[] {
  const count = readings.filter(({ is }) => is === 'missing-mark').length;
  return count === 0 ? [] : [{ code: 'missingMarks', values: { column, count } }];
}

const LONGEST_SHOWN = 40;

/** A cell as a sentence can hold it. */
export function shortened(cell: string): string {
  return cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN)}…` : cell;
}
