import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatDate, formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { Dataset } from '../dataset.js';
import type { DatasetPicture } from '../datasetPicture.js';
import { columnsTable } from './columnsTable.viewModels.js';
import { coverageTable, type CoverageTable } from './coverageTable.viewModels.js';
import { yearsWords } from './figureWords.js';
import { warningInWords } from './remarkWords.viewModels.js';

/** So many warnings are told one by one. */
const SHOWN_WARNINGS = 60;

/** One data set: what was recognised in it, what must be known of it, and what can be done with it. */
export interface DatasetPage extends PageModel {
  heading: string;
  tags: string[];
  back: { label: string; href: string };
  notice: string | null;
  next: { heading: string; links: { label: string; href: string }[] };
  factsHeading: string;
  facts: { label: string; value: string }[];
  file: { digestLabel: string; digest: string; digestHint: string; href: string; label: string; hint: string };
  warnings: { heading: string; lines: string[]; more: string | null; none: string };
  columns: { text: string; table: TableModel } | null;
  coverage: CoverageTable;
  rows: TableModel;
  removal: { heading: string; deeds: { action: string; label: string; explanation: string }[]; used: string | null } | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/dataset': DatasetPage;
  }
}

export interface DatasetMaterial {
  layout: Layout;
  language: Language;
  dataset: Dataset;
  picture: DatasetPicture;
  nameOf: (unit: string) => string;
  notice: 'saved' | 'existing' | undefined;
  uses: number;
  mayRemove: boolean;
}

export function buildDatasetPage(material: DatasetMaterial): DatasetPage {
  const { layout, language, dataset, picture, nameOf, notice } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: dataset.name,
    tags: dataset.synthetic ? [t('datasets.synthetic_tag')] : [],
    back: { label: t('datasets.back_to_list'), href: '/analysis/data' },
    notice: notice === undefined ? null : t(`datasets.notice_${notice}`),
    next: { heading: t('datasets.next_heading'), links: nextLinks(dataset, t) },
    factsHeading: t('datasets.facts_heading'),
    facts: factsOf(material, t),
    file: {
      digestLabel: t('datasets.fact_digest'),
      digest: dataset.digest,
      digestHint: t('datasets.digest_hint'),
      href: `/analysis/data/${dataset.digest}/data.csv`,
      label: t('datasets.download'),
      hint: t('datasets.download_hint'),
    },
    warnings: warningsOf(material, t),
    columns: dataset.kind === 'panel' ? columnsTable(picture.columns, t, language) : null,
    coverage: coverageTable(picture.coverage, { kind: dataset.kind, nameOf, t, language }),
    rows: {
      id: 'rows',
      heading: t('datasets.rows_heading'),
      columns: picture.header.map((name) => column(name)),
      rows: picture.firstRows.map((cells) => cells.map((text) => cell(text))),
      empty: '',
    },
    removal: removalOf(material, t),
  };
}

function factsOf({ dataset, picture, language }: DatasetMaterial, t: Texts): DatasetPage['facts'] {
  const { kind, rows, columns, source, origin, savedAt, savedBy } = dataset;
  const { coverage, sectors } = picture;
  const whole = (value: number): string => formatInteger(value, language);
  const day = formatDate(savedAt.toISOString().slice(0, 10), language);
  const [first, last] = [coverage.years[0] ?? 0, coverage.years.at(-1) ?? 0];
  const ofKind =
    sectors === null
      ? [{ label: t('datasets.fact_units'), value: whole(coverage.units.length) }]
      : [
          { label: t('datasets.fact_regions'), value: whole(coverage.units.filter(({ unit }) => unit !== '*').length) },
          { label: t('datasets.fact_sectors'), value: whole(sectors.sectors) },
          { label: t('datasets.fact_activities'), value: whole(sectors.activities) },
          { label: t('datasets.fact_value'), value: columns[0]?.heading ?? '' },
        ];
  return [
    { label: t('datasets.fact_kind'), value: t(`datasets.kind_${kind}_short`) },
    { label: t('datasets.fact_rows'), value: whole(rows) },
    ...ofKind,
    { label: t('datasets.fact_years'), value: yearsWords(first, last) },
    { label: t('datasets.fact_source'), value: source },
    { label: t('datasets.fact_origin'), value: t(`datasets.origin_${origin}`) },
    {
      label: t('datasets.fact_saved'),
      value: origin === 'demonstration' ? day : t('datasets.saved_by', { day, person: savedBy }),
    },
  ];
}

function nextLinks({ kind, digest }: Dataset, t: Texts): { label: string; href: string }[] {
  if (kind === 'sectors') return [{ label: t('datasets.next_diversification'), href: `/analysis/diversification/${digest}` }];
  return [
    { label: t('datasets.next_description'), href: `/analysis/data/${digest}/description` },
    { label: t('datasets.next_regression'), href: `/analysis/regression/new?data=${digest}` },
  ];
}

function warningsOf({ picture, dataset, language, nameOf }: DatasetMaterial, t: Texts): DatasetPage['warnings'] {
  const more = picture.warnings.length - SHOWN_WARNINGS;
  return {
    heading: t('datasets.warnings_heading'),
    lines: picture.warnings.slice(0, SHOWN_WARNINGS).map((warning) => warningInWords(warning, language, nameOf)),
    more: more > 0 ? t('datasets.more', { count: more }) : null,
    none: t(dataset.kind === 'panel' ? 'datasets.no_warnings' : 'datasets.no_warnings_sectors'),
  };
}

function removalOf({ dataset, uses, mayRemove }: DatasetMaterial, t: Texts): DatasetPage['removal'] {
  if (!mayRemove) return null;
  const action = `/analysis/data/${dataset.digest}/remove`;
  const deed = { action, label: t('datasets.remove_button'), explanation: t('datasets.remove_text') };
  return {
    heading: t('datasets.remove_heading'),
    deeds: uses === 0 ? [deed] : [],
    used: uses === 0 ? null : t('datasets.notice_used', { count: uses }),
  };
}
