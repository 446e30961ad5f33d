import { domainFrom, nonResponseFrom, type NonResponse } from '../../../scoring/index.js';
import { optionsOf, questionsInOrder, type Definition, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { LANGUAGES, type Language } from '../../i18n/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import type { WaveColumns } from '../matrix/interviewFacts.js';

/** Item non-response of one group of respondents; null for a group below k. */
export interface GroupNonResponse {
  /** Language, or the code of an answer. */
  group: { kind: 'language'; language: Language } | { kind: 'answer'; label: LocalizedText };
  all: NonResponse | null;
  byIndicator: Record<string, NonResponse | null>;
}

/** Groups whose non-response is looked at, where a questionnaire asks for them. */
const GROUP_QUESTIONS = ['sex', 'age_group'];

/** How often questions are not answered, by language, sex and age: for groups of at least k. */
export function nonResponseByGroup(columns: WaveColumns, definition: Definition, k: number): GroupNonResponse[] {
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
