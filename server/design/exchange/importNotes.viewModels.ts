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

/** A place of a file and what is to be said of it. */
export interface NoteLine {
  place: string;
  sentence: string;
}

/** In the order of the file: sheet by sheet, row by row. */
export function noteLines(notes: readonly ImportNote[], language: Language): NoteLine[] {
  const sheets = notes.map(({ place }) => (place.in === 'sheet' ? place.sheet : ''));
  const position = ({ place }: ImportNote): [sheet: number, row: number] =>
    place.in === 'sheet' ? [sheets.indexOf(place.sheet), place.row ?? Infinity] : [sheets.length, 0];
  return notes
    .toSorted((left, right) => {
      const [[sheet, row], [otherSheet, otherRow]] = [position(left), position(right)];
      return sheet - otherSheet || (row === otherRow ? 0 : row - otherRow);
    })
    .map((note) => ({ place: placeInWords(note.place, language), sentence: noteInWords(note, language) }));
}
