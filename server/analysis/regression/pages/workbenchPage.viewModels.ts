import {
  fieldsOf,
  summaryOf,
  type ErrorSummary,
  type FormModel,
  type FormValues,
  type TableModel,
} from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatNumber } from '../../../i18n/index.js';
import type { RegressionPreset } from '../../../../survey-definitions/contract/index.js';
import type { ShareAboveWhole } from '../../../../scoring/index.js';
import type { JournalText } from '../../journal/table/journalText.viewModels.js';
import type { OpenedAnalysis } from '../openedAnalysis.js';
import type { PanelGaps } from '../panelGaps.js';
import { refusalWords } from '../refusalWords.js';
import type { WorkingAnalysis } from '../workingAnalysis.js';
import { placesInWords, type AnalysisWords } from './analysisWords.js';
import { journalPart, type JournalPart } from './journalPart.viewModels.js';
import { modelsTable } from './modelsTable.viewModels.js';
import { transformationForm } from './transformationForm.viewModels.js';
import { transformationsTable } from './transformationsTable.viewModels.js';

interface Part {
  text: string;
  table: TableModel;
}

/** One analysis in work: its data, its columns, its models side by side, and saving it. */
export interface WorkbenchPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  synthetic: string | null;
  notice: string | null;
  summary: ErrorSummary | null;
  dataHeading: string;
  facts: { label: string; value: string }[];
  dataLinks: { label: string; href: string }[];
  remarks: { heading: string; lines: string[] } | null;
  transformations: Part & { addLabel: string; open: boolean; form: FormModel };
  models: Part & { add: { label: string; href: string } };
  refused: { heading: string; lines: { name: string; href: string; message: string }[] } | null;
  journal: JournalPart | null;
  preset: { heading: string; source: string; notes: string[] } | null;
  save: { heading: string; text: string; form: FormModel } | null;
  removal: { heading: string; deeds: { action: string; label: string; explanation: string }[] };
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/regressionWorkbench': WorkbenchPage;
  }
}

export interface WorkbenchMaterial {
  layout: Layout;
  words: AnalysisWords;
  analysis: WorkingAnalysis;
  opened: OpenedAnalysis;
  gaps: PanelGaps;
  shares: readonly ShareAboveWhole[];
  journal: JournalText | null;
  preset: RegressionPreset | null;
  done: 'begun' | 'added' | 'changed' | 'removed' | 'copied' | undefined;
  /** The form of a column or of saving that comes again, and its faults. */
  shown: FormValues;
  faults: FieldFault[];
}

export function buildWorkbenchPage(material: WorkbenchMaterial): WorkbenchPage {
  const { layout, words, analysis, opened, journal, done, shown, faults } = material;
  const { t } = words;
  const address = addressOf(analysis);
  const columns = Object.keys(opened.table.columns);
  return {
    layout,
    back: { label: t('regression.back_to_list'), href: '/analysis/regression' },
    heading: analysis.name,
    synthetic: opened.dataset.synthetic ? t('regression.synthetic_tag') : null,
    notice: done === undefined ? null : t(`regression.notice_${done}`),
    summary: summaryOf(faults, t),
    dataHeading: t('regression.data'),
    facts: factsOf(material),
    dataLinks: [
      { label: t('regression.data_page'), href: `/analysis/data/${analysis.data}` },
      { label: t('regression.description_page'), href: `/analysis/data/${analysis.data}/description` },
    ],
    remarks: remarksOf(material),
    transformations: {
      text: t('regression.transformations_text'),
      table: transformationsTable(analysis, words),
      addLabel: t('regression.add_column'),
      open: shown.column !== undefined,
      form: transformationForm({ analysis, columns, shown, faults, t }),
    },
    models: {
      text: t('regression.models_text'),
      table: modelsTable(analysis, opened.results, words),
      add: { label: t('regression.add_model'), href: `${address}/models/new` },
    },
    refused: refusedOf(material),
    journal: journalPart(journal, address, words),
    preset: presetOf(material),
    save: opened.results.length === 0 ? null : saveOf(material),
    removal: {
      heading: t('regression.remove_heading'),
      deeds: [{ action: `${address}/remove`, label: t('regression.remove_button'), explanation: t('regression.remove_text') }],
    },
  };
}

export function addressOf({ _id }: Pick<WorkingAnalysis, '_id'>): string {
  return `/analysis/regression/${_id}`;
}

function factsOf({ opened: { dataset, table }, gaps, words: { t, language } }: WorkbenchMaterial): WorkbenchPage['facts'] {
  const [first = 0, last = 0] = [gaps.years[0], gaps.years.at(-1)];
  return [
    { label: t('regression.data'), value: dataset.name },
    { label: t('regression.units'), value: formatNumber(gaps.units, language, 0) },
    { label: t('regression.years_of_data'), value: first === last ? String(first) : `${first}–${last}` },
    { label: t('regression.rows'), value: formatNumber(table.units.length, language, 0) },
    { label: t('regression.source'), value: dataset.source },
  ];
}

function remarksOf({ gaps, shares, words }: WorkbenchMaterial): WorkbenchPage['remarks'] {
  const { t } = words;
  const columns = [...new Set(shares.map(({ column }) => column))];
  const lines = [
    ...(gaps.gaps.length > 0 ? [t('regression.remark_gaps', { places: placesInWords(gaps.gaps, words) })] : []),
    ...columns.map((column) => {
      const places = shares.filter((share) => share.column === column);
      return t('regression.remark_share', { column, places: placesInWords(places, words) });
    }),
  ];
  return lines.length === 0 ? null : { heading: t('regression.remarks_heading'), lines };
}

function refusedOf({ analysis, opened, words }: WorkbenchMaterial): WorkbenchPage['refused'] {
  const lines = opened.results.flatMap(({ model, refusal }, at) =>
    refusal === null
      ? []
      : [
          {
            name: model.name,
            href: `${addressOf(analysis)}/models/${at + 1}/edit`,
            message: refusalWords(refusal, words),
          },
        ],
  );
  return lines.length === 0 ? null : { heading: words.t('regression.refused_heading'), lines };
}

function presetOf({ preset, words: { t, language } }: WorkbenchMaterial): WorkbenchPage['preset'] {
  if (!preset) return null;
  return {
    heading: t('regression.preset_heading', { name: preset.name[language] }),
    source: preset.source[language],
    notes: preset.notes.map((note) => note[language]),
  };
}

function saveOf({ analysis, shown, faults, words: { t } }: WorkbenchMaterial): WorkbenchPage['save'] {
  const fields = fieldsOf({ name: analysis.name, ...shown }, faults);
  return {
    heading: t('regression.save_heading'),
    text: t('regression.save_text'),
    form: {
      action: `${addressOf(analysis)}/save`,
      hidden: [{ name: 'revision', value: String(analysis.revision) }],
      fields: [fields.text('name', t('regression.save_name'))],
      submitLabel: t('regression.save'),
      summary: null,
    },
  };
}
