import {
  domainFrom,
  groupDifferencesFrom,
  indicatorScoringFrom,
  itemScoresFrom,
  type GroupDifference,
} from '../../../scoring/index.js';
import { questionsInOrder, type Definition, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { LANGUAGES, type Language } from '../../i18n/index.js';
import { headlineOf } from '../estimates/displayedPopulation.js';
import type { WaveColumns } from '../matrix/interviewFacts.js';

/** A scored question in both languages: Russian − Kazakh. */
export type LanguageDifference = GroupDifference & { text: LocalizedText };

/** Answers in Kazakh against answers in Russian, question by question, where each language has at least k. */
export function languageDifferencesFrom(columns: WaveColumns, definition: Definition, k: number): LanguageDifference[] {
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
