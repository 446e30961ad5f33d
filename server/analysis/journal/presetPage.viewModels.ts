import { formulaOf } from '../../../scoring/index.js';
import type { RegressionPreset } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { DatasetHead } from '../datasets/dataset.js';
import { datasetsByFit } from './presets.js';
import { pageFigures } from './table/figureText.js';
import { printedTableFrom } from './table/journalTable.js';
import { estimatorOf, journalTextFrom, type JournalText } from './table/journalText.viewModels.js';

/** The regressions of a paper: what it prints, what data they need, and with which data one may begin. */
export interface PresetPage extends PageModel {
  crumbs: { label: string; href: string }[];
  heading: string;
  source: string;
  intro: string;
  start: { heading: string; table: TableModel; add: { label: string; href: string } };
  /** Null where the paper prints no estimates at all. */
  printed: { heading: string; text: string } | null;
  /** Of the paper, not ours. */
  journal: JournalText;
  notes: { heading: string; lines: string[] };
  models: TableModel;
  needs: { text: string; table: TableModel };
  computed: TableModel;
}

declare module '../../http/views.js' {
  interface Views {
    'analysis/journalPreset': PresetPage;
  }
}

export function buildPresetPage(
  layout: Layout,
  preset: RegressionPreset,
  datasets: readonly DatasetHead[],
  language: Language,
): PresetPage {
  const t = textsIn(language);
  const journal = journalTextFrom(printedTableFrom(preset), t, pageFigures(language));
  return {
    layout,
    crumbs: [
      { label: t('analysis.title'), href: '/analysis' },
      { label: t('regression.title'), href: '/analysis/regression' },
    ],
    heading: preset.name[language],
    source: preset.source[language],
    intro: t('journal.preset_intro'),
    start: {
      heading: t('journal.preset_start_heading'),
      table: startTable(preset, datasets, t),
      add: { label: t('journal.preset_add_data'), href: '/analysis/data/new' },
    },
    printed:
      journal.columns.length === 0
        ? null
        : { heading: t('journal.preset_printed_heading'), text: t('journal.preset_printed_text') },
    journal,
    notes: { heading: t('journal.preset_notes_heading'), lines: preset.notes.map((note) => note[language]) },
    models: modelsTable(preset, t),
    needs: { text: t('journal.preset_columns_text'), table: columnsTable(preset, language, t) },
    computed: computedTable(preset, t),
  };
}

function startTable(preset: RegressionPreset, datasets: readonly DatasetHead[], t: Texts): TableModel {
  return {
    id: 'start',
    heading: t('journal.preset_start_heading'),
    columns: [column(t('journal.preset_data')), column(t('journal.preset_fit'))],
    rows: datasetsByFit(preset, datasets).map(({ dataset: { name, digest, synthetic }, missing }) => [
      cell(name, { href: `/analysis/data/${digest}`, note: synthetic ? t('journal.preset_synthetic') : null }),
      fitCell(preset, digest, missing, t),
    ]),
    empty: t('journal.preset_no_data'),
  };
}

function fitCell(preset: RegressionPreset, digest: string, missing: readonly string[], t: Texts): TableCell {
  if (missing.length > 0) return cell(t('journal.preset_lacks', { columns: missing.join(', ') }));
  const query = new URLSearchParams({ data: digest, preset: preset.id });
  return cell(t('journal.preset_fits'), { href: `/analysis/regression/new?${query.toString()}` });
}

function modelsTable({ models }: RegressionPreset, t: Texts): TableModel {
  return {
    id: 'models',
    heading: t('journal.preset_models_heading'),
    columns: [
      column(t('journal.preset_model')),
      column(t('journal.response')),
      column(t('journal.preset_terms')),
      column(t('journal.estimator')),
    ],
    rows: models.map(({ model, printed }) => [
      cell(model.name, { note: printed ? null : t('journal.preset_unprinted') }),
      cell(model.response),
      cell(model.terms.join(', ')),
      cell(estimatorOf({ origin: 'estimated', estimator: model.estimator }, t)),
    ]),
    empty: '',
  };
}

function columnsTable({ columns }: RegressionPreset, language: Language, t: Texts): TableModel {
  return {
    id: 'columns',
    heading: t('journal.preset_columns_heading'),
    columns: [column(t('journal.preset_column')), column(t('journal.preset_meaning'))],
    rows: columns.map(({ id, meaning }) => [cell(id), cell(meaning[language])]),
    empty: '',
  };
}

function computedTable({ transformations }: RegressionPreset, t: Texts): TableModel {
  return {
    id: 'computed',
    heading: t('journal.preset_computed_heading'),
    columns: [column(t('journal.preset_column')), column(t('journal.preset_formula'))],
    rows: transformations.map((transformation) => [cell(transformation.name), cell(formulaOf(transformation))]),
    empty: '',
  };
}
