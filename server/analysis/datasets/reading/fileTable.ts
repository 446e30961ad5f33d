import type { DecimalMark } from '../../../official/index.js';
import type { Outcome, TableFault } from '../remark.js';

/** A table as it stands in a file: every cell is trimmed text, an empty one ''; the first row with anything is the header. */
export interface FileTable {
  headings: string[];
  /** As wide as the header, without empty rows. */
  lines: FileLine[];
  mark: DecimalMark;
}

export interface FileLine {
  /** As a spreadsheet counts rows, from 1. */
  row: number;
  cells: string[];
}

/** How large a table may be. */
export interface TableSize {
  rows: number;
  columns: number;
}

/** Puts the rows of a file under its header, or names what keeps it from being a table. */
export function fileTableFrom(found: readonly FileLine[], mark: DecimalMark, size: TableSize): Outcome<{ table: FileTable }> {
  const [header, ...lines] = found
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => widthOf(cells) > 0);
  if (!header || lines.length === 0) return { faults: [{ code: 'empty', values: {} }] };
  const width = widthOf(header.cells);
  const tooLarge = sizeFaults({ rows: lines.length, columns: width }, size);
  if (tooLarge.length > 0) return { faults: tooLarge };
  const uneven = lines.filter(({ cells }) => cells.length < width || widthOf(cells) > width);
  if (uneven.length > 0)
    return {
      faults: uneven.map(({ row, cells }) => ({ code: 'brokenRow', row, values: { expected: width, found: cells.length } })),
    };
  const cut = (cells: readonly string[]): string[] => cells.slice(0, width);
  return { table: { headings: cut(header.cells), lines: lines.map(({ row, cells }) => ({ row, cells: cut(cells) })), mark } };
}

/** Spreadsheets write delimiters for empty cells behind the last filled one. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

function sizeFaults(found: TableSize, size: TableSize): TableFault[] {
  const faults: TableFault[] = [];
  if (found.rows > size.rows) faults.push({ code: 'tooManyRows', values: { count: found.rows, limit: size.rows } });
  if (found.columns > size.columns)
    faults.push({ code: 'tooManyColumns', values: { count: found.columns, limit: size.columns } });
  return faults;
}
