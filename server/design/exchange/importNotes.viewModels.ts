import { cell, column, type TableModel } from '../../accounts/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { ImportNote, ImportPlace } from './importResult.js';

/** What is to be said of one place of a file, as a sentence. */
export function noteInWords({ kind, values }: ImportNote, language: Language): string {
  const harmless = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutBraces(value) : value,
  ]);
  return textsIn(language)(`designExchange.${kind}`, Object.fromEntries(harmless) as typeof values);
}

/** What stands in a file may hold two braces, which in a sentence of the interface would ask for a value. */
function withoutBraces(text: string): string {
  return text.replaceAll('{{', '{ {').replaceAll('}}', '} }');
}

/** Where in a file something stands, as a person finds it there. */
export function placeInWords(place: ImportPlace, language: Language): string {
  const t = textsIn(language);
  if (place.in === 'file') return t('designExchange.place_file');
  if (place.in === 'path') return place.path;
  const { sheet, row, column } = place;
  if (row === undefined && column === undefined) return t('designExchange.place_sheet', { sheet });
  if (row === undefined) return t('designExchange.place_column', { sheet, column: column ?? '' });
  if (column === undefined) return t('designExchange.place_row', { sheet, row });
  return t('designExchange.place_cell', { sheet, row, column });
}

/** Places and what is to be said of them, row by row. */
export function notesTable(heading: string, notes: readonly ImportNote[], language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'notes',
    heading,
    columns: [column(t('designExchange.col_place')), column(t('designExchange.col_note'))],
    rows: notes.map((note) => [cell(placeInWords(note.place, language)), cell(noteInWords(note, language))]),
    empty: t('designExchange.no_notes'),
  };
}
