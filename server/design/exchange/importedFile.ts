import type { Definition, Language, Population } from '../../../survey-definitions/contract/index.js';
import type { ImportResult } from './importResult.js';
import { importJson } from './json/importJson.js';
import { importLimeSurvey } from './limesurvey/importLimeSurvey.js';
import { importXlsForm } from './xlsform/importXlsForm.js';

export type FileFormat = 'XLSForm' | 'JSON' | 'LimeSurvey';

interface ImportOptions {
  /** The language of columns that name none. */
  language: Language;
  population: Population;
  /** Whose consent page, special answers and closing texts a file from elsewhere gets. */
  model: Definition;
}

const COMPOUND_FILE = 0xd0;
const BLANKS = /^[\uFEFF\s]*/;

/** What a file is, by its content; its name may say anything. Null if it is nothing that can be brought in. */
export function formatOf(bytes: Uint8Array): FileFormat | null {
  const beginning = Buffer.from(bytes.subarray(0, 200));
  if (beginning.subarray(0, 2).toString('latin1') === 'PK' || beginning[0] === COMPOUND_FILE) return 'XLSForm';
  const text = beginning
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(BLANKS, '')
    .replace(/^\uFFFD+/, '');
  if (text.startsWith('<')) return 'LimeSurvey';
  return /^[[{]/.test(text) ? 'JSON' : null;
}

export async function importFile(bytes: Uint8Array, format: FileFormat, options: ImportOptions): Promise<ImportResult> {
  if (format === 'JSON') return importJson(bytes);
  return format === 'LimeSurvey' ? importLimeSurvey(bytes, options) : importXlsForm(bytes, options);
}
