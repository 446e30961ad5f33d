import type { Statistics, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { faultText, type EntryFault } from '../fault.js';
import { ENTRY_FIELDS, REQUIRED_FIELDS, type EntryField } from '../rawEntry.js';

const BYTES_PER_MEGABYTE = 1_000_000;

/** Importing a file of figures, with the template and everything needed to fill it in. */
export interface ImportPage extends PageModel {
  heading: string;
  intro: string;
  backLink: { label: string; href: string };
  done: string | null;
  faults: { heading: string; headings: string[]; rows: { row: string; column: string; reason: string }[] } | null;
  upload: { heading: string; action: string; label: string; hint: string; button: string };
  template: {
    heading: string;
    text: string;
    townLabel: string;
    towns: { value: string; label: string }[];
    yearLabel: string;
    year: number;
    button: string;
  };
  columns: { heading: string; headings: string[]; rows: { name: string; label: string; hint: string; required: string }[] };
  catalogue: { heading: string; headings: string[]; rows: { id: string; name: string; unit: string; meaning: string }[] };
}

declare module '../../http/views.js' {
  interface Views {
    'official/import': ImportPage;
  }
}

export interface ImportPageMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  statistics: Statistics;
  year: number;
  limits: { csvRows: number; uploadBytes: number };
  done: { added: number; corrected: number; empty: number } | null;
  faults: readonly EntryFault[];
  noFile: boolean;
}

export function buildImportPage(material: ImportPageMaterial): ImportPage {
  const { layout, language, towns, statistics, year, limits, done } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('official.import_title'),
    intro: t('official.import_intro'),
    backLink: { label: t('official.back_to_towns'), href: '/official' },
    done: done && t('official.import_done', done),
    faults: faultTable(material, t),
    upload: {
      heading: t('official.upload_heading'),
      action: '/official/import',
      label: t('official.upload_field'),
      hint: t('official.import_format', {
        rows: formatInteger(limits.csvRows, language),
        megabytes: formatInteger(limits.uploadBytes / BYTES_PER_MEGABYTE, language),
      }),
      button: t('official.upload_button'),
    },
    template: {
      heading: t('official.template_heading'),
      text: t('official.template_text'),
      townLabel: t('official.field_town'),
      towns: towns.map(({ id, name }) => ({ value: id, label: name[language] })),
      yearLabel: t('official.field_year'),
      year,
      button: t('official.template_button'),
    },
    columns: {
      heading: t('official.columns_heading'),
      headings: [t('official.fault_column'), t('official.catalogue_meaning')],
      rows: ENTRY_FIELDS.map((name) => ({
        name,
        label: t(`official.field_${name}`),
        hint: t(`official.hint_${name}`),
        required: REQUIRED_FIELDS.includes(name) ? t('official.column_required') : '',
      })),
    },
    catalogue: {
      heading: t('official.catalogue_heading'),
      headings: [
        t('official.catalogue_id'),
        t('official.field_input'),
        t('official.field_unit'),
        t('official.catalogue_meaning'),
      ],
      rows: statistics.inputs.map(({ id, name, unit, meaning }) => ({
        id,
        name: name[language],
        unit: unit[language],
        meaning: meaning[language],
      })),
    },
  };
}

function faultTable({ faults, noFile, language }: ImportPageMaterial, t: Texts): ImportPage['faults'] {
  const rows = [
    ...(noFile ? [{ row: '–', column: t('official.field_file'), reason: t('official.no_file') }] : []),
    ...faults.map((fault) => ({
      row: fault.row === undefined ? t('official.whole_file') : String(fault.row),
      column: columnName(fault.field, t),
      reason: faultText(fault, language),
    })),
  ];
  if (rows.length === 0) return null;
  return {
    heading: t('official.import_faults', { count: rows.length }),
    headings: [t('official.fault_row'), t('official.fault_column'), t('official.fault_reason')],
    rows,
  };
}

/** A column by its own name, as it stands in the file; what concerns the whole file by the reader's word. */
function columnName(field: string, t: Texts): string {
  if (field === 'file') return t('official.field_file');
  return ENTRY_FIELDS.includes(field as EntryField) ? `${field} (${t(`official.field_${field as EntryField}`)})` : field;
}
