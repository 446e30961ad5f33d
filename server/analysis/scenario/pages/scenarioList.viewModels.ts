import type { ScenarioMethod, Town } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Chart } from '../../../http/charts.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { ComparedTown } from '../comparedTowns.js';
import type { ScenarioEntry } from '../scenarioEntry.js';
import type { ReadPicture } from '../scenarioPicture.js';
import { indicatorTable, profileTable, rankingTable } from './comparisonTables.viewModels.js';
import { entryAddress, withChoices } from './scenarioAddresses.js';
import { scenarioNames } from './scenarioWords.js';

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

interface Choice {
  name: string;
  label: string;
  options: Option[];
}

/** Development scenarios of all towns: those of the paper, those entered, compared in a table and a picture. */
export interface ScenarioListPage extends PageModel {
  heading: string;
  intro: string;
  /** The version of the method that reads the towns, and what its rule is. */
  rule: string[];
  links: { label: string; href: string }[];
  published: TableModel;
  /** Year, order and version of the comparison; null while nothing is entered. */
  choices: { fields: Choice[]; button: string } | null;
  ranking: TableModel;
  /** The same towns by their indicators; null while there are none. */
  indicators: TableModel | null;
  rankingHow: string;
  profiles: {
    heading: string;
    label: string;
    /** Kept when other towns are chosen. */
    hidden: { name: string; value: string }[];
    towns: { value: string; label: string; checked: boolean }[];
    button: string;
    none: string;
    chart: Chart | null;
    table: TableModel;
  };
  exports: { heading: string; text: string; links: { label: string; href: string }[] } | null;
  towns: TableModel;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/scenarioList': ScenarioListPage;
  }
}

export interface ScenarioListMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  /** The newest revision of every town and year. */
  entries: readonly ScenarioEntry[];
  year: number;
  years: readonly number[];
  method: ScenarioMethod;
  methods: readonly ScenarioMethod[];
  order: string;
  ranked: readonly ComparedTown[];
  published: readonly { town: Town; marks: Readonly<Record<string, number>>; picture: ReadPicture }[];
  /** Towns that can be drawn, with the value that chooses them. */
  drawable: readonly (ComparedTown & { value: string })[];
  drawn: readonly (ComparedTown & { value: string })[];
  most: number;
  chart: Chart | null;
  yearToEnter: number;
  mayEnter: (townId: string) => boolean;
}

export function buildScenarioListPage(material: ScenarioListMaterial): ScenarioListPage {
  const { layout, language, method, year, ranked, entries } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('scenarioData.list_title'),
    intro: t('scenarioData.list_intro'),
    rule: [
      t('scenarioData.method_version', { name: method.name[language], version: method.version }),
      method.rule.label[language],
    ],
    links: [
      { label: t('scenarioData.import_link'), href: '/analysis/scenario/import' },
      { label: t('scenarioData.method_link'), href: '/analysis/scenario/method' },
    ],
    published: publishedTable(material, t),
    choices: entries.length === 0 ? null : choicesOf(material, t),
    ranking: rankingTable(ranked, method, year, language),
    indicators: ranked.length === 0 ? null : indicatorTable(ranked, method, language),
    rankingHow: t('scenarioData.ranking_how'),
    profiles: profilesOf(material, t),
    exports: ranked.length === 0 ? null : exportsOf(material, t),
    towns: townTable(material, t),
  };
}

function publishedTable({ published, method, language }: ScenarioListMaterial, t: Texts): TableModel {
  return {
    id: 'published',
    heading: t('scenarioData.published_heading'),
    columns: [
      column(t('scenarioData.town')),
      ...method.rule.scenarios.map(({ name }) => column(name[language], { figure: true })),
      column(t('scenarioData.most_marks')),
      column(t('scenarioData.most_percent')),
    ],
    rows: published.map(({ town, marks, picture }) => {
      const own = picture.reading.marks;
      const leaders = own.state === 'missing' ? [[], []] : [own.leadingByMarks, own.leadingByPercent];
      return [
        cell(town.name[language], { href: `/analysis/scenario/published/${town.id}` }),
        ...method.rule.scenarios.map(({ id }) => {
          const found = own.state === 'missing' ? undefined : own.marks.find(({ scenario }) => scenario === id);
          const note = t('scenarioData.published_mark', { mark: marks[id] ?? '–' });
          const text = found ? t('scenarioData.mark_of', { mark: found.mark, maximum: found.maximum }) : '–';
          return cell(text, { figure: true, note });
        }),
        ...leaders.map((ids) => cell(scenarioNames(ids, method, language, t))),
      ];
    }),
    empty: '',
  };
}

function choicesOf(
  { years, year, methods, method, order, language }: ScenarioListMaterial,
  t: Texts,
): ScenarioListPage['choices'] {
  const option = (value: string, label: string, chosen: string): Option => ({ value, label, selected: value === chosen });
  const orders = [
    option('leading', t('scenarioData.order_leading'), order),
    ...method.rule.scenarios.map(({ id, name }) => option(id, name[language], order)),
    ...method.indicators.filter(({ bands }) => bands.length > 0).map(({ id, name }) => option(id, name[language], order)),
  ];
  const versions = methods.map(({ version }) =>
    option(String(version), t('scenarioData.version', { version }), String(method.version)),
  );
  return {
    fields: [
      {
        name: 'year',
        label: t('scenarioData.year'),
        options: years.map((each) => option(String(each), String(each), String(year))),
      },
      { name: 'order', label: t('scenarioData.order_by'), options: orders },
      ...(methods.length > 1 ? [{ name: 'version', label: t('scenarioData.version_label'), options: versions }] : []),
    ],
    button: t('scenarioData.order_button'),
  };
}

function profilesOf(material: ScenarioListMaterial, t: Texts): ScenarioListPage['profiles'] {
  const { drawable, drawn, most, chart, method, methods, year, order, language } = material;
  return {
    heading: t('scenarioData.profile_heading'),
    label: t('scenarioData.profile_towns', { most }),
    hidden: [
      { name: 'year', value: String(year) },
      { name: 'order', value: order },
      ...(methods.length > 1 ? [{ name: 'version', value: String(method.version) }] : []),
    ],
    towns: drawable.map((town) => ({ value: town.value, label: town.name, checked: drawn.includes(town) })),
    button: t('scenarioData.profile_button'),
    none: t('scenarioData.profile_none'),
    chart,
    table: profileTable(drawn, method, language),
  };
}

function exportsOf({ year, method, methods }: ScenarioListMaterial, t: Texts): ScenarioListPage['exports'] {
  const version = methods.length > 1 ? method.version : null;
  return {
    heading: t('scenarioData.export_heading'),
    text: t('scenarioData.export_text'),
    links: (['machine', 'excel-kk', 'excel-ru', 'excel-en'] as const).map((profile) => ({
      label: t(`scenarioData.export_${profile}`),
      href: withChoices('/analysis/scenario/scenarios.csv', { year, version, profile }),
    })),
  };
}

function townTable({ towns, entries, yearToEnter, mayEnter, language }: ScenarioListMaterial, t: Texts): TableModel {
  return {
    id: 'towns',
    heading: t('scenarioData.towns_heading'),
    columns: [column(t('scenarioData.town')), column(t('scenarioData.newest_year')), column(t('scenarioData.enter'))],
    rows: towns.map(({ id, name, region }) => {
      const own = entries.filter(({ townId }) => townId === id);
      const newest = own.at(-1);
      const next = own.some(({ year }) => year === yearToEnter) ? yearToEnter + 1 : yearToEnter;
      return [
        cell(name[language], { note: region.name[language] }),
        newest
          ? cell(String(newest.year), {
              href: entryAddress(id, newest.year),
              note: own.length > 1 ? t('scenarioData.years_entered', { years: own.map(({ year }) => year).join(', ') }) : null,
            })
          : cell(t('scenarioData.none_entered')),
        mayEnter(id) ? cell(t('scenarioData.enter_year', { year: next }), { href: `${entryAddress(id, next)}/edit` }) : cell('–'),
      ];
    }),
    empty: '',
  };
}
