import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { formatDate, formatInteger, textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { DatasetHead } from '../../datasets/dataset.js';
import type { SavedAnalysis } from '../../saved/savedAnalysis.js';
import type { WorkingAnalysis } from '../workingAnalysis.js';

/** One's own analyses, and those that anybody saved. */
export interface RegressionListPage extends PageModel {
  heading: string;
  intro: string;
  links: { label: string; href: string; className: string }[];
  tables: { text: string; table: TableModel }[];
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/regressionList': RegressionListPage;
  }
}

interface ListMaterial {
  layout: Layout;
  language: Language;
  own: readonly WorkingAnalysis[];
  saved: readonly SavedAnalysis[];
  data: readonly DatasetHead[];
}

export function buildListPage(material: ListMaterial): RegressionListPage {
  const t = textsIn(material.language);
  return {
    layout: material.layout,
    heading: t('regression.title'),
    intro: t('regression.intro'),
    links: [
      { label: t('regression.begin_new'), href: '/analysis/regression/new', className: 'button' },
      { label: t('regression.all_data'), href: '/analysis/data', className: 'button second' },
    ],
    tables: [
      { text: t('regression.own_text'), table: ownTable(material, t) },
      { text: t('regression.saved_text'), table: savedTable(material, t) },
    ],
  };
}

function ownTable({ own, data, language }: ListMaterial, t: Texts): TableModel {
  const rows = own.map(({ _id, name, data: digest, models, changedAt }) => [
    cell(name, { href: `/analysis/regression/${_id}` }),
    cell(dataName(digest, data)),
    cell(formatInteger(models.length, language), { figure: true }),
    cell(dayOf(changedAt, language)),
  ]);
  return {
    id: 'own',
    heading: t('regression.own_heading'),
    columns: columnsOf(t, 'changed'),
    rows,
    empty: t('regression.own_empty'),
  };
}

function savedTable({ saved, data, language }: ListMaterial, t: Texts): TableModel {
  const rows = saved.map(({ _id, name, data: digest, models, savedAt, savedBy }) => [
    cell(name, { href: `/analysis/saved/${_id}` }),
    cell(dataName(digest, data)),
    cell(formatInteger(models.length, language), { figure: true }),
    cell(dayOf(savedAt, language), { note: savedBy.name }),
  ]);
  return {
    id: 'saved',
    heading: t('regression.saved_heading'),
    columns: columnsOf(t, 'saved'),
    rows,
    empty: t('regression.saved_empty'),
  };
}

function columnsOf(t: Texts, when: 'changed' | 'saved'): TableModel['columns'] {
  return [
    column(t('regression.name')),
    column(t('regression.data')),
    column(t('regression.models'), { figure: true }),
    column(t(`regression.${when}`)),
  ];
}

function dataName(digest: string, data: readonly DatasetHead[]): string {
  return data.find((set) => set.digest === digest)?.name ?? digest.slice(0, 8);
}

export function dayOf(date: Date, language: Language): string {
  return formatDate(date.toISOString().slice(0, 10), language);
}
