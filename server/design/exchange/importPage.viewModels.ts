import { fieldsOf, summaryOf, type ErrorSummary, type FormField, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, LANGUAGES, languageNames, textsIn, type Language } from '../../i18n/index.js';
import { noteLines, type NoteLine } from './importNotes.viewModels.js';
import type { ImportNote } from './importResult.js';

export const BYTES_PER_MEGABYTE = 1_000_000;

export type ImportPage = PageModel & {
  heading: string;
  explanation: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  file: { label: string; hint: string; error: string | null };
  fields: FormField[];
  submitLabel: string;
  /** Everything that is wrong with the file; null while there is no file or nothing is. */
  faults: { heading: string; lines: NoteLine[] } | null;
};

declare module '../../http/views.js' {
  interface Views {
    'design/import': ImportPage;
  }
}

interface ImportPageMaterial {
  values: FormValues;
  faults: FieldFault[];
  fileFaults: readonly ImportNote[];
  uploadBytes: number;
}

export function buildImportPage(
  language: Language,
  { values, faults, fileFaults, uploadBytes }: ImportPageMaterial,
): Omit<ImportPage, 'layout'> {
  const t = textsIn(language);
  const { text, choices, select } = fieldsOf(values, faults);
  const languages = LANGUAGES.map((code) => ({ value: code, label: languageNames[code] }));
  const heading = t('designExchange.faults_heading', { count: fileFaults.length, n: fileFaults.length });
  return {
    heading: t('designExchange.import_title'),
    explanation: t('designExchange.import_explanation'),
    back: { label: t('design.back_to_list'), href: '/design' },
    summary: summaryOf(faults, t),
    file: {
      label: t('designExchange.import_file'),
      hint: t('designExchange.import_file_hint', { megabytes: formatInteger(uploadBytes / BYTES_PER_MEGABYTE, language) }),
      error: faults.find(({ field }) => field === 'file')?.message ?? null,
    },
    fields: [
      choices(
        'population',
        t('design.new_population'),
        [
          { value: 'residents', label: t('interface.lbl_residents') },
          { value: 'researchers', label: t('interface.lbl_researchers') },
        ],
        { hint: t('designExchange.import_population_hint') },
      ),
      select('language', t('designExchange.import_language'), languages, { hint: t('designExchange.import_language_hint') }),
      text('id', t('design.new_id'), { hint: t('designExchange.import_id_hint') }),
    ],
    submitLabel: t('designExchange.import_submit'),
    faults: fileFaults.length === 0 ? null : { heading, lines: noteLines(fileFaults, language) },
  };
}
