import { isQuestion, type Definition, type Indicator, type Question } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../accounts/index.js';
import { conditionInWords, questionNumbersOf, type QuestionNumbers } from '../../design/index.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { ResponseColumn } from '../tables/responseColumns.js';
import {
  codesOf,
  derivationInWords,
  factsOf,
  indicatorItems,
  questionInWords,
  words,
  type CodebookFact,
} from './variableWords.viewModels.js';

interface CodebookVariable {
  id: string;
  number: string;
  question: string;
  facts: CodebookFact[];
  codes: { code: string; label: string; special: boolean }[];
}

export interface CodebookPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  tag: string | null;
  intro: string;
  facts: CodebookFact[];
  filesHeading: string;
  files: { label: string; href: string }[];
  printHint: string;
  variablesHeading: string;
  codesLabel: { code: string; label: string };
  sections: { title: string | null; variables: CodebookVariable[] }[];
  /** Derived variables, populations, indicators, rows of questions, other columns; what does not exist is left out. */
  tables: TableModel[];
}

declare module '../../http/views.js' {
  interface Views {
    'export/codebook': CodebookPage;
  }
}

interface CodebookMaterial {
  language: Language;
  definition: Definition;
  isDraft: boolean;
  columns: readonly ResponseColumn[];
}

/** What every variable of a questionnaire means, to be read, printed and quoted. */
export function buildCodebookPage(material: CodebookMaterial): Omit<CodebookPage, 'layout'> {
  const { language, definition, isDraft } = material;
  const t = textsIn(language);
  const { id, version } = definition;
  const address = `/export/codebooks/${id}/${isDraft ? 'draft' : version}`;
  const numbers = questionNumbersOf(definition);
  return {
    heading: t('codebook.heading', { title: words(definition.title, language) }),
    back: { label: t('codebook.all_codebooks'), href: '/export/codebooks' },
    tag: isDraft ? t('codebook.draft') : null,
    intro: t('codebook.intro'),
    facts: [
      { label: t('codebook.fact_questionnaire'), value: id },
      { label: t('codebook.fact_version'), value: String(version) },
      { label: t('codebook.fact_population'), value: t(`interface.lbl_${definition.population}`) },
      { label: t('codebook.fact_questions'), value: String(numbers.size) },
    ],
    filesHeading: t('codebook.files'),
    files: ([`excel-${language}`, 'machine'] as const).map((profile) => ({
      label: t('codebook.file', { program: t(`export.profile_${profile}`) }),
      href: `${address}/codebook.csv?profile=${profile}`,
    })),
    printHint: t('codebook.print_hint', { language: languageNames[language] }),
    variablesHeading: t('codebook.variables'),
    codesLabel: { code: t('codebook.code'), label: t('codebook.meaning') },
    sections: definition.sections
      .map(({ title, items }) => ({
        title: title ? words(title, language) : null,
        variables: items.filter(isQuestion).map((item) => variableOf(item, numbers, material, t)),
      }))
      .filter(({ variables }) => variables.length > 0),
    tables: [
      derivedTable(material, t),
      indicatorTable(material, t),
      populationTable(material, t),
      setTable(material, t),
      columnTable(material, t),
    ].filter(({ rows }) => rows.length > 0),
  };
}

function variableOf(
  item: Question,
  numbers: QuestionNumbers,
  { definition, language }: CodebookMaterial,
  t: Texts,
): CodebookVariable {
  return {
    id: item.id,
    number: t('codebook.number', { number: numbers.get(item.id) ?? '' }),
    question: questionInWords(item, language),
    facts: [
      ...factsOf(item, definition, language),
      ...(definition.weightingVariables.includes(item.id)
        ? [{ label: t('codebook.fact_weighting'), value: t('codebook.may_weight') }]
        : []),
    ],
    codes: codesOf(item, definition, language),
  };
}

function derivedTable({ definition, language }: CodebookMaterial, t: Texts): TableModel {
  return {
    id: 'derived',
    heading: t('codebook.derived'),
    columns: [column(t('codebook.variable')), column(t('codebook.computed')), column(t('codebook.fact_weighting'))],
    rows: definition.derived.map((variable) => [
      cell(variable.id),
      cell(derivationInWords(variable, definition, language)),
      cell(definition.weightingVariables.includes(variable.id) ? t('export.value_yes') : '–'),
    ]),
    empty: '',
  };
}

function indicatorTable({ definition, language }: CodebookMaterial, t: Texts): TableModel {
  const note = ({ base, comparator }: Indicator): string | null =>
    [
      ...(base ? [t('codebook.base', { base: words(base, language) })] : []),
      ...(comparator === undefined ? [] : [t('codebook.comparator', { item: comparator })]),
    ].join(' ') || null;
  return {
    id: 'indicators',
    heading: t('codebook.indicators'),
    columns: [
      column(t('codebook.indicator')),
      column(t('codebook.items')),
      column(t('codebook.min_valid'), { figure: true }),
      column(t('codebook.construct')),
    ],
    rows: definition.indicators.map((indicator) => [
      cell(`${indicator.code}. ${words(indicator.name, language)}`, { note: note(indicator) }),
      cell(indicatorItems(indicator, language)),
      cell(String(indicator.minValid), { figure: true }),
      cell(t(`codebook.construct_${indicator.construct}`)),
    ]),
    empty: '',
  };
}

function populationTable({ definition, language }: CodebookMaterial, t: Texts): TableModel {
  return {
    id: 'populations',
    heading: t('codebook.populations'),
    columns: [column(t('codebook.variable')), column(t('codebook.population')), column(t('codebook.population_rule'))],
    rows: definition.analysisPopulations.map(({ id, name, rule }) => [
      cell(`_population_${id}`),
      cell(words(name, language)),
      cell(t('codebook.belongs', { condition: conditionInWords(rule, definition, language) })),
    ]),
    empty: '',
  };
}

function setTable({ definition }: CodebookMaterial, t: Texts): TableModel {
  return {
    id: 'sets',
    heading: t('codebook.sets'),
    columns: [column(t('codebook.set')), column(t('codebook.items'))],
    rows: definition.straightlineSets.map(({ id, items }) => [cell(id), cell(items.join(', '))]),
    empty: '',
  };
}

/** Columns of files that belong to no question. */
function columnTable({ columns, language }: CodebookMaterial, t: Texts): TableModel {
  const facts = columns.filter(({ name, item }) => item === null && name.startsWith('_') && !name.startsWith('_population_'));
  return {
    id: 'columns',
    heading: t('codebook.columns'),
    columns: [column(t('codebook.column')), column(t('codebook.meaning'))],
    rows: facts.map(({ name, title }) => [cell(name), cell(title?.[language] ?? name)]),
    empty: '',
  };
}
