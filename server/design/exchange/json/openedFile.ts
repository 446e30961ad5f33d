import { z } from 'zod';
import type { ImportNote } from '../importResult.js';
import { FILE_FORMAT, FILE_FORMAT_VERSION } from './questionnaireFile.js';

/** What a file holds, not yet checked, and where in the file it stands. */
export interface OpenedFile {
  definition: unknown;
  translation: unknown;
  prefix: string;
}

const FormatSchema = z.object({ format: z.string(), formatVersion: z.int().min(1) });
const BareSchema = z.object({ id: z.unknown(), sections: z.array(z.unknown()) });

/** Tells a file of ours from a bare definition and from anything else. */
export function openFile(value: unknown): OpenedFile | { fault: ImportNote } {
  const named = FormatSchema.safeParse(value);
  if (!named.success)
    return BareSchema.safeParse(value).success
      ? { definition: value, translation: [], prefix: '' }
      : faultOf('json_not_a_questionnaire');
  const { format, formatVersion } = named.data;
  if (format !== FILE_FORMAT) return faultOf('json_other_format', { format });
  if (formatVersion > FILE_FORMAT_VERSION) return faultOf('json_newer', { version: formatVersion });
  const { definition, translation = [] } = value as { definition?: unknown; translation?: unknown };
  return { definition, translation, prefix: 'definition' };
}

function faultOf(kind: ImportNote['kind'], values: ImportNote['values'] = {}): { fault: ImportNote } {
  return { fault: { place: { in: 'file' }, kind, values } };
}
