import { LANGUAGES, type Language, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote, ImportPlace } from '../importResult.js';
import type { Sheet, Workbook } from '../workbook/workbook.js';
import { columnOf, type Column } from './columns.js';

/** A row of a sheet, read by the names of its columns. */
export interface FormRow {
  /** As the spreadsheet numbers it. */
  number: number;
  /** Without blanks at the ends; '' where there is no such column. */
  cell(field: string): string;
  /** The same with its blanks. */
  written(field: string): string;
  /** A text in the three languages; columns without a language are in the language of the form. */
  text(field: string): LocalizedText;
  place(field?: string): ImportPlace;
}

export interface FormTable {
  name: string;
  columns: { header: string; column: Column; filled: number }[];
  rows: FormRow[];
}

interface Reading {
  /** The language of columns that name none. */
  language: Language;
  /** Texts of own files stand as they were, blanks included. */
  exact: boolean;
}

/** A sheet by its name, in small or large letters; undefined if there is none. */
export function sheetNamed({ sheets }: Workbook, name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
}

/** Rows without any content are left out; they keep the numbers of the others. */
export function tableFrom(sheet: Sheet | undefined, { language, exact }: Reading): FormTable {
  const [headers = [], ...contents] = sheet?.rows ?? [];
  const name = sheet?.name ?? '';
  const columns = headers.map((header, at) => ({
    header: header.trim(),
    column: columnOf(header),
    filled: contents.filter((cells) => (cells[at] ?? '').trim() !== '').length,
  }));
  const position = (field: string, wanted: Column['language']): number =>
    columns.findIndex(({ column }) => column.field === field && column.language === wanted);

  const rowFrom = (cells: string[], number: number): FormRow => {
    const at = (index: number): string => (exact ? (cells[index] ?? '') : (cells[index] ?? '').trim());
    const textIn = (field: string, wanted: Language): string =>
      at(position(field, wanted)) || (wanted === language ? at(position(field, null)) : '');
    return {
      number,
      cell: (field) => (cells[position(field, null)] ?? '').trim(),
      written: (field) => cells[position(field, null)] ?? '',
      text: (field) => ({ kk: textIn(field, 'kk'), ru: textIn(field, 'ru'), en: textIn(field, 'en') }),
      place: (field) => ({ in: 'sheet', sheet: name, row: number, ...placeOf(field) }),
    };
  };
  const placeOf = (field: string | undefined): { column?: string } => {
    if (field === undefined) return {};
    return { column: columns.find(({ column }) => column.field === field)?.header ?? field };
  };
  const rows = contents.flatMap((cells, at) => (cells.some((cell) => cell.trim() !== '') ? [rowFrom(cells, at + 2)] : []));
  return { name, columns, rows };
}

/** Two columns of one name: nobody can tell which of them is meant. */
export function repeatedColumns({ name, columns }: FormTable): ImportNote[] {
  const keys = columns.map(({ column: { field, language } }) => (language === 'other' ? null : `${field} ${language ?? ''}`));
  return columns.flatMap(({ header }, at): ImportNote[] => {
    const key = keys[at];
    if (header === '' || key === null || keys.indexOf(key ?? null) === at) return [];
    return [
      { place: { in: 'sheet', sheet: name, row: 1, column: header }, kind: 'xlsform_column_twice', values: { column: header } },
    ];
  });
}

/** Filled columns that nothing here reads, and those of languages that the platform does not have. */
export function columnsNotCarried({ name, columns }: FormTable, read: readonly string[]): ImportNote[] {
  return columns.flatMap(({ header, column, filled }): ImportNote[] => {
    if (filled === 0) return [];
    const place = { in: 'sheet', sheet: name, column: header === '' ? '?' : header } as const;
    const values = { column: header, n: filled };
    if (!read.includes(column.field))
      return column.field.startsWith('aleuet::') ? [] : [{ place, kind: 'xlsform_column_not_carried', values }];
    return column.language === 'other' ? [{ place, kind: 'xlsform_language_not_carried', values }] : [];
  });
}

export function isBlank(text: LocalizedText): boolean {
  return LANGUAGES.every((language) => text[language] === '');
}
