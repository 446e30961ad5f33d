import { LANGUAGES, type Language, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { undefused } from '../../../csv/index.js';
import { cleanText } from '../cleanText.js';
import type { TextState } from '../textStates.js';
import { COLUMNS, NEEDED_COLUMNS, stateFrom, statusColumn, type Column } from './columns.js';
import { parseMark, type ExportMark } from '../exportMark.js';
import { faultAt, type FileFault } from './fileFault.js';

/** One row of a file from a translator; an empty cell says nothing. */
export interface TextRow {
  row: number;
  key: string;
  texts: LocalizedText;
  states: Partial<Record<Language, TextState>>;
  /** Null for a row that did not come out of a draft. */
  mark: ExportMark | null;
}

/** Reads the table of a file for the draft whose texts are `keys`; what is wrong with a row is named beside the rows. */
export function textRowsFrom(
  table: readonly string[][],
  { questionnaire, keys }: { questionnaire: string; keys: ReadonlySet<string> },
): { rows: TextRow[]; faults: FileFault[] } {
  const [header = [], ...lines] = table;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const faults = headerFaults(names);
  if (faults.length > 0) return { rows: [], faults };
  const rows: TextRow[] = [];
  const rowOfKey = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue;
    const cellOf = (column: Column): string => undefused(cleanText(line[names.indexOf(column)] ?? ''));
    const { row, faults: found } = readRow(at + 2, cellOf);
    const first = rowOfKey.get(row.key);
    if (first !== undefined) found.push(faultAt(row.row, 'key', 'repeated_key', { key: row.key, first }));
    else if (!keys.has(row.key)) found.push(faultAt(row.row, 'key', 'unknown_key', { key: row.key }));
    if (row.mark !== null && row.mark.questionnaire !== questionnaire)
      found.push(faultAt(row.row, 'exported', 'other_questionnaire', { other: row.mark.questionnaire, questionnaire }));
    rowOfKey.set(row.key, first ?? row.row);
    rows.push(row);
    faults.push(...found);
  }
  if (rows.length === 0) faults.push(faultAt(null, null, 'no_rows'));
  return { rows, faults };
}

function headerFaults(names: readonly string[]): FileFault[] {
  const missing = NEEDED_COLUMNS.filter((column) => !names.includes(column));
  const repeated = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  return [
    ...missing.map((column) => faultAt(1, column, 'missing_column', { column })),
    ...repeated.map((column) => faultAt(1, column, 'repeated_column', { column })),
  ];
}

function readRow(row: number, cellOf: (column: Column) => string): { row: TextRow; faults: FileFault[] } {
  const faults: FileFault[] = [];
  const states: TextRow['states'] = {};
  for (const language of LANGUAGES) {
    const column = statusColumn(language);
    const word = cellOf(column);
    const state = stateFrom(word);
    if (state !== undefined) states[language] = state;
    else if (word !== '') faults.push(faultAt(row, column, 'unknown_status', { status: word }));
  }
  const mark = parseMark(cellOf('exported'));
  if (mark === null && cellOf('exported') !== '') faults.push(faultAt(row, 'exported', 'broken_mark'));
  const texts = { kk: cellOf('kk'), ru: cellOf('ru'), en: cellOf('en') };
  return { row: { row, key: cellOf('key'), texts, states, mark }, faults };
}
