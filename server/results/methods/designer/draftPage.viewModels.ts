import { blockOfIndicator } from '../../../../scoring/index.js';
import type { MethodIndicator } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { aggregationText, normalisationTexts, surveyNormalisationTexts, weightsText } from '../../pages/methodWords.js';
import { obstaclesOf, warningsOf, type Finding } from '../findings.js';
import { stepsOf } from '../steps.js';
import { draftAddress, type Scene } from './section.js';

/** Everything about a method in the making on one page, each part with the way to its form. */
export interface MethodDraftPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  facts: string[];
  done: string | null;
  obstacles: FindingList;
  warnings: FindingList;
  deeds: { label: string; href: string; className: string }[];
  /** Under each table, the way to the form that changes it; by the id of the table. */
  parts: { table: TableModel; link: { label: string; href: string } | null }[];
}

export interface FindingList {
  heading: string;
  none: string;
  items: { message: string; href: string }[];
}

declare module '../../../http/views.js' {
  interface Views {
    'results/methodDraft': MethodDraftPage;
  }
}

export function buildMethodDraftPage(
  scene: Scene,
  { layout, done }: { layout: Layout; done: 'saved' | 'begun' | null },
): MethodDraftPage {
  const { method, t, names } = scene;
  const address = (path: string): string => draftAddress(method.id, path);
  return {
    layout,
    back: { label: t('methods.list_heading'), href: '/results/methods' },
    heading: names.method,
    facts: [t('methods.draft_of_version', { id: method.id, version: method.version })],
    done: done && t(`methods.done_${done}`),
    obstacles: findingList(obstaclesOf(method, scene), scene, 'obstacles'),
    warnings: findingList(warningsOf(method, scene), scene, 'warnings'),
    deeds: [
      { label: t('methods.preview'), href: address('/preview'), className: 'button second' },
      { label: t('methods.publish'), href: address('/publish'), className: 'button' },
    ],
    parts: [
      { table: textsTable(scene), link: { label: t('methods.change_texts'), href: address('/texts') } },
      { table: indicatorsTable(scene), link: { label: t('methods.change_indicators'), href: address('/indicators') } },
      { table: stepsTable(scene), link: null },
      { table: missingTable(scene), link: { label: t('methods.change_missing'), href: address('/missing') } },
      { table: bandsTable(scene), link: { label: t('methods.change_bands'), href: address('/bands') } },
    ],
  };
}

export function findingList(findings: readonly Finding[], { method, t }: Scene, kind: 'obstacles' | 'warnings'): FindingList {
  return {
    heading: t(`methods.${kind}`),
    none: kind === 'obstacles' ? t('methods.no_obstacles') : '',
    items: findings.map(({ message, path }) => ({ message, href: draftAddress(method.id, path) })),
  };
}

function textsTable({ method, language, t }: Scene): TableModel {
  return {
    id: 'texts',
    heading: t('methods.texts'),
    columns: [column(t('methods.part')), column(t('methods.text'))],
    rows: [
      [cell(t('methods.field_name')), cell(method.name[language] || t('methods.nothing_yet'))],
      [cell(t('methods.field_description')), cell(method.description[language] || t('methods.nothing_yet'))],
      [
        cell(t('methods.field_sources')),
        cell(method.sources.map((source) => source[language]).join(' ') || t('methods.nothing_yet')),
      ],
    ],
    empty: '',
  };
}

function indicatorsTable(scene: Scene): TableModel {
  const { method, t, names, figures } = scene;
  return {
    id: 'indicators',
    heading: t('methods.indicators'),
    columns: [
      column(t('methods.indicator')),
      column(t('methods.col_block')),
      column(t('methods.col_source')),
      column(t('methods.normalisation')),
    ],
    rows: method.indicators.map((indicator) => [
      cell(names.indicator(indicator.code), { href: draftAddress(method.id, `/indicators/${indicator.code}`) }),
      cell(blockOfIndicator(indicator)),
      cell(indicator.source === 'statistics' ? t('methods.from_statistics') : t(`methods.from_${indicator.population}`)),
      cell(rulesText(indicator, scene, figures)),
    ]),
    empty: t('methods.check_no_indicators'),
  };
}

function rulesText(indicator: MethodIndicator, { language, t }: Scene, figures: Scene['figures']): string {
  if (indicator.source === 'survey') return surveyNormalisationTexts(indicator, t).join(' ') || t('methods.by_itself');
  return normalisationTexts(indicator, language, t, figures)[0] ?? '';
}

function stepsTable(scene: Scene): TableModel {
  const { method, t, names } = scene;
  const rows = stepsOf(method).map(({ id, members, rule }): TableCell[] => [
    cell(names.step(id), { href: draftAddress(method.id, `/steps/${id}`) }),
    cell(
      members.join(', ') === ''
        ? '–'
        : members.map((member) => (/^[A-Z]\d/.test(member) ? member : names.step(member))).join(', '),
    ),
    cell(aggregationText(rule.aggregation, scene)),
    cell(weightsText(rule.weights, scene)),
  ]);
  return {
    id: 'steps',
    heading: t('methods.steps'),
    columns: [column(t('methods.step')), column(t('methods.members')), column(t('methods.mean')), column(t('methods.weights'))],
    rows,
    empty: '',
  };
}

function missingTable({ method, t, names, figures }: Scene): TableModel {
  const membersOf = (block: string): number => method.indicators.filter((each) => blockOfIndicator(each) === block).length;
  return {
    id: 'missing',
    heading: t('methods.missing'),
    columns: [column(t('methods.rule')), column(t('methods.value'))],
    rows: [
      ...method.blocks.map(({ id, minimum }) => [
        cell(t('methods.rule_minimum', { block: names.step(id) })),
        cell(t('methods.of_total', { minimum, total: membersOf(id) })),
      ]),
      [cell(t('methods.field_max_age')), cell(String(method.maxAgeYears))],
      [cell(t('methods.field_floor')), cell(figures.statistic(method.floor))],
    ],
    empty: '',
  };
}

function bandsTable({ method, language, t, figures }: Scene): TableModel {
  const bands = method.bands ?? [];
  return {
    id: 'bands',
    heading: t('methods.bands'),
    columns: [column(t('methods.band_from')), column(t('methods.band_name'))],
    rows: bands.map(({ from, name }) => [cell(figures.statistic(from)), cell(name[language] || t('methods.nothing_yet'))]),
    empty: t('methods.no_bands'),
  };
}
