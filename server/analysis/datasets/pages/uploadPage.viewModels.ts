import {
  cell,
  column,
  fieldsOf,
  summaryOf,
  type ErrorSummary,
  type FormField,
  type FormValues,
  type TableModel,
} from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { TableFault } from '../remark.js';
import { faultInWords } from './remarkWords.viewModels.js';

const BYTES_PER_MEGABYTE = 1_000_000;
/** So many faults are named; whoever mends them finds the rest. */
const SHOWN_FAULTS = 100;

/** The upload of data, with every fault of a file that was refused. */
export interface UploadPage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  faults: { table: TableModel; more: string | null } | null;
  file: { label: string; hint: string; error: string | null };
  fields: FormField[];
  submitLabel: string;
  format: { heading: string; lines: string[] };
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/datasetUpload': UploadPage;
  }
}

export interface UploadMaterial {
  layout: Layout;
  language: Language;
  values: FormValues;
  faults: FieldFault[];
  tableFaults: readonly TableFault[];
  nameOf: (unit: string) => string;
  limits: { uploadBytes: number; csvRows: number; csvColumns: number };
}

export function buildUploadPage(material: UploadMaterial): UploadPage {
  const { layout, language, faults, limits } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('datasets.upload_title'),
    intro: t('datasets.upload_intro'),
    back: { label: t('datasets.back_to_list'), href: '/analysis/data' },
    summary: summaryOf(faults, t),
    faults: faultTable(material, t),
    file: {
      label: t('datasets.field_file'),
      hint: t('datasets.file_hint', {
        megabytes: megabytesIn(limits.uploadBytes, language),
        rows: formatInteger(limits.csvRows, language),
        columns: formatInteger(limits.csvColumns, language),
      }),
      error: faults.find(({ field }) => field === 'file')?.message ?? null,
    },
    fields: formFields(material, t),
    submitLabel: t('datasets.upload_submit'),
    format: {
      heading: t('datasets.format_heading'),
      lines: (['first', 'panel', 'sectors', 'numbers'] as const).map((line) => t(`datasets.format_${line}`)),
    },
  };
}

export function megabytesIn(bytes: number, language: Language): string {
  return formatInteger(bytes / BYTES_PER_MEGABYTE, language);
}

function formFields({ values, faults }: UploadMaterial, t: Texts): FormField[] {
  const { text, choices } = fieldsOf(values, faults);
  return [
    choices('kind', t('datasets.field_kind'), [
      { value: 'panel', label: t('datasets.kind_panel') },
      { value: 'sectors', label: t('datasets.kind_sectors') },
    ]),
    text('name', t('datasets.field_name')),
    text('source', t('datasets.field_source'), { hint: t('datasets.source_hint'), rows: 2 }),
    choices('synthetic', t('datasets.field_synthetic'), [{ value: 'yes', label: t('datasets.synthetic_yes') }], {
      type: 'checkbox',
    }),
  ];
}

function faultTable({ tableFaults, language, nameOf }: UploadMaterial, t: Texts): UploadPage['faults'] {
  if (tableFaults.length === 0) return null;
  const more = tableFaults.length - SHOWN_FAULTS;
  return {
    table: {
      id: 'faults',
      heading: t('datasets.faults_heading', { count: tableFaults.length }),
      columns: [column(t('datasets.fault_row')), column(t('datasets.fault_column')), column(t('datasets.fault_reason'))],
      rows: tableFaults
        .slice(0, SHOWN_FAULTS)
        .map((fault) => [
          cell(fault.row === undefined ? t('datasets.whole_file') : String(fault.row)),
          cell(fault.column ?? '–'),
          cell(faultInWords(fault, language, nameOf)),
        ]),
      empty: '',
    },
    more: more > 0 ? t('datasets.more', { count: more }) : null,
  };
}
