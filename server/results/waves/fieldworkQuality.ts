import {
  completenessFrom,
  completionRatesFrom,
  domainFrom,
  groupDifferencesFrom,
  indicatorScoringFrom,
  itemScoresFrom,
  nonResponseFrom,
  responseRatesFrom,
  type FieldOutcomes,
  type GroupDifference,
  type NonResponse,
} from '../../../scoring/index.js';
import {
  optionsOf,
  questionsInOrder,
  type Definition,
  type LocalizedText,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import { LANGUAGES, type Language } from '../../i18n/index.js';
import type { Sampling, UnstoredOutcome } from '../../fieldwork/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import { ORIGINS } from '../matrix/columnPlan.js';
import type { WaveColumns } from '../matrix/interviewFacts.js';

export type Origin = (typeof ORIGINS)[number];
type Rates = ReturnType<typeof responseRatesFrom>;

/** What counters outside the data matrix know about a wave in a town. */
export interface FieldCounts {
  sampling: Sampling;
  unstored: Readonly<Record<UnstoredOutcome, number>>;
  unfinished: number;
  /** People on the list; null for an open link. */
  invited: number | null;
  /** Smallest group that is shown. */
  k: number;
}

/** Item non-response of one group of respondents; null for a group below k. */
export interface GroupNonResponse {
  /** Language, or the code of an answer. */
  group: { kind: 'language'; language: Language } | { kind: 'answer'; label: LocalizedText };
  all: NonResponse | null;
  byIndicator: Record<string, NonResponse | null>;
}

export interface FieldworkQuality {
  sampling: Sampling;
  outcomes: FieldOutcomes;
  invited: number | null;
  /** Null without a list; `more-than-invited` where the list cannot be right. */
  responseRates: Rates | 'more-than-invited' | null;
  completion: ReturnType<typeof completionRatesFrom>;
  languages: Record<Language, number>;
  origins: Record<Origin, number>;
  /** Answers in Kazakh against answers in Russian, per scored item: Russian − Kazakh. */
  languageDifferences: (GroupDifference & { text: LocalizedText })[];
  groups: GroupNonResponse[];
  indicators: { code: string; name: LocalizedText }[];
  k: number;
}

/** Groups whose non-response is looked at, where a questionnaire asks for them. */
const GROUP_QUESTIONS = ['sex', 'age_group'];

/** How the fieldwork of a wave went in one town, from the data matrix and the counters beside it. */
export function fieldworkQualityFrom(columns: WaveColumns, definition: Definition, counts: FieldCounts): FieldworkQuality {
  const { unstored, unfinished, invited, k, sampling } = counts;
  const questions = questionsInOrder(definition);
  const outcomes: FieldOutcomes = {
    ...completenessFrom(columns, answeredColumns(definition, questions, columns)),
    refused: unstored.declined + unstored.deleted,
    unfinished,
    screenedOut: unstored.screenedOut,
  };
  return {
    sampling,
    outcomes,
    invited,
    responseRates: ratesOf(outcomes, invited),
    completion: completionRatesFrom(outcomes),
    languages: countsBy(LANGUAGES, columns.facts.language),
    origins: countsBy(ORIGINS, columns.facts.origin),
    languageDifferences: languageDifferencesFrom(columns, definition, k),
    groups: groupsOf(columns, definition, k),
    indicators: definition.indicators.map(({ code, shortName }) => ({ code, name: shortName })),
    k,
  };
}

/** One column per question that has any: of several codes the first tells whether there is an answer. */
function answeredColumns(definition: Definition, questions: readonly Question[], { items }: WaveColumns): string[] {
  return questions.flatMap((question) => {
    const several = question.type === 'multiple' || question.type === 'ranking';
    const id = several ? `${question.id}__${String(optionsOf(definition, question)[0]?.code)}` : question.id;
    return id in items ? [id] : [];
  });
}

function ratesOf(outcomes: FieldOutcomes, invited: number | null): FieldworkQuality['responseRates'] {
  if (invited === null) return null;
  const heardOf = Object.values<number>({ ...outcomes }).reduce((sum, count) => sum + count, 0);
  return heardOf > invited ? 'more-than-invited' : responseRatesFrom(outcomes, invited);
}

function countsBy<Name extends string>(names: readonly Name[], column: Uint8Array): Record<Name, number> {
  const counted = names.map((name, at) => [name, column.reduce((sum, value) => sum + Number(value === at), 0)]);
  return Object.fromEntries(counted) as Record<Name, number>;
}

function languageDifferencesFrom(columns: WaveColumns, definition: Definition, k: number) {
  const headline = domainFrom(columns, { analysisPopulation: headlineOf(definition), excludedFlags: [] });
  const texts = new Map(questionsInOrder(definition).map(({ id, text }) => [id, text]));
  const inLanguage = (language: Language) =>
    headline.map((member, row) => Number(member === 1 && columns.facts.language[row] === LANGUAGES.indexOf(language)));
  const [kk, ru] = [inLanguage('kk'), inLanguage('ru')];
  const items = definition.indicators.flatMap((indicator) => indicatorScoringFrom(definition, indicator).items);
  const once = items.filter(({ item }, at) => items.findIndex((other) => other.item === item) === at);
  const differences = groupDifferencesFrom(
    once.map((item) => ({
      id: item.item,
      first: itemScoresFrom(columns, item, kk),
      second: itemScoresFrom(columns, item, ru),
    })),
    k,
  );
  return differences.flatMap((difference) => {
    const text = texts.get(difference.id);
    return text === undefined ? [] : [{ ...difference, text }];
  });
}

function groupsOf(columns: WaveColumns, definition: Definition, k: number): GroupNonResponse[] {
  const headline = domainFrom(columns, { analysisPopulation: headlineOf(definition), excludedFlags: [] });
  const groupOf = (group: GroupNonResponse['group'], belongs: (row: number) => boolean): GroupNonResponse => {
    const domain = headline.map((member, row) => Number(member === 1 && belongs(row)));
    return { group, ...nonResponseOfGroup(columns, definition, domain, k) };
  };
  const languages = LANGUAGES.map((language, at) =>
    groupOf({ kind: 'language', language }, (row) => columns.facts.language[row] === at),
  );
  const answers = questionsInOrder(definition).flatMap((question) => {
    const codes = columns.items[question.id];
    if (question.type !== 'single' || codes === undefined || !GROUP_QUESTIONS.includes(question.id)) return [];
    return optionsOf(definition, question).flatMap(({ code, label }) =>
      label === undefined ? [] : [groupOf({ kind: 'answer', label }, (row) => codes[row] === code)],
    );
  });
  return [...languages, ...answers];
}

function nonResponseOfGroup(
  columns: WaveColumns,
  definition: Definition,
  domain: Uint8Array,
  k: number,
): Pick<GroupNonResponse, 'all' | 'byIndicator'> {
  const members = domain.reduce((sum, member) => sum + member, 0);
  const shown = (items: string[]): NonResponse | null => {
    if (members < k) return null;
    const counted = nonResponseFrom(columns, items, domain);
    // Several questions are asked of one person: fewer answers than k of them would be fewer than k people.
    return counted.asked < k * items.length ? null : counted;
  };
  return {
    all: members < k ? null : nonResponseFrom(columns, [...new Set(itemsOf(definition))], domain),
    byIndicator: Object.fromEntries(definition.indicators.map(({ code, items }) => [code, shown(items.map(({ item }) => item))])),
  };
}

function itemsOf({ indicators }: Definition): string[] {
  return indicators.flatMap(({ items }) => items.map(({ item }) => item));
}
