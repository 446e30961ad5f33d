import type { RegressionPreset } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatDate, formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { DatasetHead } from '../../datasets/dataset.js';
import type { Names } from '../names.js';
import { estimatesSection, type EstimatesSection } from './printedEstimates.viewModels.js';
import { printedSection, type PrintedSection } from './printedRegions.viewModels.js';

/** What diversification is about, which tables there are, and what the paper prints. */
export interface DiversificationPage extends PageModel {
  crumb: { label: string; href: string };
  heading: string;
  intro: string;
  tables: TableModel;
  upload: { label: string; href: string };
  printed: PrintedSection;
  estimates: EstimatesSection | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/diversification': DiversificationPage;
  }
}

interface StartMaterial {
  layout: Layout;
  language: Language;
  names: Names;
  tables: readonly DatasetHead[];
  /** The regressions of the paper, first those with what it prints; none where they are not installed. */
  presets: readonly RegressionPreset[];
}

export function buildDiversificationPage({ layout, language, names, tables, presets }: StartMaterial): DiversificationPage {
  const t = textsIn(language);
  return {
    layout,
    crumb: { label: t('diversification.crumb_analysis'), href: '/analysis' },
    heading: t('diversification.title'),
    intro: t('diversification.intro'),
    tables: tablesTable(tables, language, t),
    upload: { label: t('diversification.tables_upload'), href: '/analysis/data/new' },
    printed: printedSection(names, language, t),
    estimates: estimatesSection(presets, language, t),
  };
}

function tablesTable(tables: readonly DatasetHead[], language: Language, t: Texts): TableModel {
  return {
    id: 'tables',
    heading: t('diversification.tables_heading'),
    columns: [
      column(t('diversification.column_table')),
      column(t('diversification.column_state')),
      column(t('diversification.column_rows'), { figure: true }),
      column(t('diversification.column_saved')),
    ],
    rows: tables.map(({ digest, name, source, synthetic, rows, savedAt }) => [
      cell(name, { href: `/analysis/diversification/${digest}`, note: source === '' ? null : source }),
      synthetic ? cell(t('diversification.state_synthetic'), { tone: 'care' }) : cell(t('diversification.state_real')),
      cell(formatInteger(rows, language), { figure: true }),
      cell(formatDate(savedAt.toISOString().slice(0, 10), language)),
    ]),
    empty: t('diversification.tables_empty'),
  };
}
