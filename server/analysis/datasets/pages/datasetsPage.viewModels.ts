import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatDate, formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { DatasetHead } from '../dataset.js';

/** All data of analyses, by kind. */
export interface DatasetsPage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  ways: { label: string; href: string }[];
  tables: { text: string; table: TableModel }[];
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/datasets': DatasetsPage;
  }
}

export interface DatasetsMaterial {
  layout: Layout;
  language: Language;
  panels: DatasetHead[];
  sectors: DatasetHead[];
}

export function buildDatasetsPage({ layout, language, panels, sectors }: DatasetsMaterial): DatasetsPage {
  const t = textsIn(language);
  return {
    layout,
    heading: t('datasets.title'),
    intro: t('datasets.intro'),
    back: { label: t('datasets.back_to_analysis'), href: '/analysis' },
    ways: [
      { label: t('datasets.new_link'), href: '/analysis/data/new' },
      { label: t('datasets.official_link'), href: '/analysis/data/official' },
      { label: t('datasets.published_link'), href: '/analysis/data/published' },
    ],
    tables: [
      { text: t('datasets.panels_text'), table: tableOf('panels', t('datasets.panels_heading'), panels, t, language) },
      { text: t('datasets.sectors_text'), table: tableOf('sectors', t('datasets.sectors_heading'), sectors, t, language) },
    ],
  };
}

function tableOf(id: string, heading: string, heads: DatasetHead[], t: Texts, language: Language): TableModel {
  return {
    id,
    heading,
    columns: [
      column(t('datasets.col_name')),
      column(t('datasets.col_rows'), { figure: true }),
      column(t('datasets.col_columns'), { figure: true }),
      column(t('datasets.col_origin')),
      column(t('datasets.col_saved')),
    ],
    rows: heads.map(({ digest, name, synthetic, rows, columns, origin, savedAt }) => [
      cell(name, { href: `/analysis/data/${digest}`, note: synthetic ? t('datasets.synthetic_tag') : null }),
      cell(formatInteger(rows, language), { figure: true }),
      cell(formatInteger(columns.length, language), { figure: true }),
      cell(t(`datasets.origin_${origin}`)),
      cell(formatDate(savedAt.toISOString().slice(0, 10), language)),
    ]),
    empty: t('datasets.none'),
  };
}
