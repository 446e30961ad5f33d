import { z } from 'zod';
import type { Deed } from '../questionnaires/draft.js';
import type { FileFormat } from './importedFile.js';
import type { ImportNote } from './importResult.js';

/** More of them are counted, not listed. */
const MOST_NOTES = 300;

const NotesSchema = z.array(z.custom<ImportNote>((value) => typeof value === 'object' && value !== null));

/** A long list ends with how many more there are. */
export function shortened(notes: readonly ImportNote[]): ImportNote[] {
  if (notes.length <= MOST_NOTES) return [...notes];
  const more: ImportNote = { place: { in: 'file' }, kind: 'more_notes', values: { n: notes.length - MOST_NOTES } };
  return [...notes.slice(0, MOST_NOTES), more];
}

/** The first step of an imported draft keeps what its file did not bring along, for everybody who works on it. */
export function importDeed(format: FileFormat, notes: readonly ImportNote[]): Deed {
  return { key: 'designExchange.deed_imported', values: { format, notes: JSON.stringify(shortened(notes)) } };
}

/** The notes of a first step; null if the draft did not begin with a file. */
export function notesOf({ key, values }: Deed): ImportNote[] | null {
  if (key !== 'designExchange.deed_imported') return null;
  return NotesSchema.parse(JSON.parse(String(values?.notes ?? '[]')));
}
