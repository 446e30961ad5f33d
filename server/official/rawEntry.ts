import type { Entry } from './observation.js';

/** The fields of a form and the columns of a file, in the order in which both show them. */
export const ENTRY_FIELDS = [
  'town',
  'input',
  'year',
  'value',
  'unit',
  'source',
  'date',
  'area_level',
  'area',
  'proxy',
  'status',
  'note',
  'reason',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** Columns without which a file cannot be read; the others have a default or concern corrections only. */
export const REQUIRED_FIELDS: readonly EntryField[] = ['town', 'input', 'year', 'value', 'source', 'date', 'status'];

/** One figure as typed: every field is text, an absent one is empty. */
export type RawEntry = Record<EntryField, string>;

export function rawEntryFrom(fields: Partial<Record<string, string>>): RawEntry {
  return Object.fromEntries(ENTRY_FIELDS.map((field) => [field, (fields[field] ?? '').trim()])) as RawEntry;
}

/** A stored figure as somebody would type it again, to correct it. */
export function typedAgain(entry: Entry): RawEntry {
  return rawEntryFrom({
    town: entry.townId,
    input: entry.input,
    year: String(entry.year),
    value: String(entry.value),
    source: entry.source,
    date: entry.date,
    area_level: entry.areaLevel,
    area: entry.areaLevel === 'region' ? entry.areaId : '',
    proxy: entry.proxy ? 'yes' : '',
    status: entry.status,
    note: entry.note,
  });
}
