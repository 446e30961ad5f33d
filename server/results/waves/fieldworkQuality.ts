import { completenessFrom, completionRatesFrom, responseRatesFrom, type FieldOutcomes } from '../../../scoring/index.js';
import {
  optionsOf,
  questionsInOrder,
  type Definition,
  type LocalizedText,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import type { Sampling, UnstoredOutcome } from '../../fieldwork/index.js';
import { LANGUAGES, type Language } from '../../i18n/index.js';
import { ORIGINS } from '../matrix/columnPlan.js';
import type { WaveColumns } from '../matrix/interviewFacts.js';
import { nonResponseByGroup, type GroupNonResponse } from './groupNonResponse.js';
import { languageDifferencesFrom, type LanguageDifference } from './languageDifferences.js';

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
  languageDifferences: LanguageDifference[];
  groups: GroupNonResponse[];
  indicators: { code: string; name: LocalizedText }[];
  k: number;
}

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
    groups: nonResponseByGroup(columns, definition, k),
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
