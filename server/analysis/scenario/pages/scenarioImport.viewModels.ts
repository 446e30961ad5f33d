import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { faultText, type ScenarioFault } from '../scenarioFault.js';
import { inputHint } from './inputWords.js';

export const BYTES_PER_MEGABYTE = 1_000_000;

/** Importing the inputs of several towns, with the template and what its columns mean. */
export interface ScenarioImportPage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  done: string | null;
  /** Every fault of a file that was refused; null where none was. */
  faults: TableModel | null;
  template: { heading: string; text: string; yearLabel: string; year: number; button: string };
  upload: { heading: string; label: string; hint: string; warning: string; button: string };
  columns: TableModel;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/scenarioImport': ScenarioImportPage;
  }
}

export interface ScenarioImportMaterial {
  layout: Layout;
  language: Language;
  method: ScenarioMethod;
  year: number;
  limits: { csvRows: number; uploadBytes: number };
  done: { added: number; revised: number; unchanged: number } | null;
  faults: readonly ScenarioFault[];
  noFile: boolean;
}

export function buildScenarioImportPage(material: ScenarioImportMaterial): ScenarioImportPage {
  const { layout, language, year, limits, done } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('scenarioData.import_title'),
    intro: t('scenarioData.import_intro'),
    back: { label: t('scenarioData.back_to_list'), href: '/analysis/scenario' },
    done: done && t('scenarioData.import_done', done),
    faults: faultTable(material, t),
    template: {
      heading: t('scenarioData.template_heading'),
      text: t('scenarioData.template_text'),
      yearLabel: t('scenarioData.year'),
      year,
      button: t('scenarioData.template_button'),
    },
    upload: {
      heading: t('scenarioData.upload_heading'),
      label: t('scenarioData.upload_field'),
      hint: t('scenarioData.upload_hint', {
        rows: formatInteger(limits.csvRows, language),
        megabytes: formatInteger(limits.uploadBytes / BYTES_PER_MEGABYTE, language),
      }),
      warning: t('scenarioData.upload_warning'),
      button: t('scenarioData.upload_button'),
    },
    columns: columnTable(material, t),
  };
}

function faultTable({ faults, noFile, language }: ScenarioImportMaterial, t: Texts): TableModel | null {
  if (!noFile && faults.length === 0) return null;
  const rows = noFile
    ? [[cell('–'), cell('–'), cell(t('scenarioData.no_file'))]]
    : faults.map((fault) => [
        cell(fault.row === undefined ? '–' : String(fault.row)),
        cell(fault.field === 'file' ? '–' : fault.field),
        cell(faultText(fault, language)),
      ]);
  return {
    id: 'faults',
    heading: noFile ? t('scenarioData.no_file') : t('scenarioData.import_refused', { count: faults.length }),
    columns: [
      column(t('scenarioData.fault_row')),
      column(t('scenarioData.fault_column')),
      column(t('scenarioData.fault_reason')),
    ],
    rows,
    empty: '',
  };
}

function columnTable({ method, language }: ScenarioImportMaterial, t: Texts): TableModel {
  return {
    id: 'columns',
    heading: t('scenarioData.columns_heading'),
    columns: [
      column(t('scenarioData.fault_column')),
      column(t('scenarioData.column_meaning')),
      column(t('scenarioData.column_values')),
    ],
    rows: [
      [cell('town'), cell(t('scenarioData.town')), cell(t('scenarioData.column_town'))],
      [cell('year'), cell(t('scenarioData.year')), cell(t('scenarioData.column_year'))],
      ...method.inputs.map((input) => [cell(input.id), cell(input.name[language]), cell(inputHint(input, language, t))]),
      [cell('source'), cell(t('scenarioData.field_source')), cell(t('scenarioData.hint_source'))],
      [cell('synthetic'), cell(t('scenarioData.field_synthetic')), cell(t('scenarioData.column_synthetic'))],
    ],
    empty: '',
  };
}
