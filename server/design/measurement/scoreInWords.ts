import { itemsInOrder, type Definition, type Indicator } from '../../../survey-definitions/contract/index.js';
import { indicatorScoringFrom, respondentScoreFrom, type IndicatorScoring } from '../../../scoring/index.js';
import { formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { answerLabel, itemOf } from '../conditions/answerWords.js';

type ItemScoring = IndicatorScoring['items'][number];

/** How one respondent's score comes about (methodology §1), with an example; nothing where an item cannot be scored yet. */
export function scoreInWords(definition: Definition, indicator: Indicator, language: Language): string[] {
  const t = textsIn(language);
  const scored = new Set(itemsInOrder(definition).flatMap((item) => (hasSteps(definition, item.id) ? [item.id] : [])));
  if (indicator.items.length === 0 || indicator.items.some(({ item }) => !scored.has(item)))
    return [t('designMeasurement.score_unfinished')];
  const scoring = indicatorScoringFrom(definition, indicator);
  const ends = scoring.items.map(({ item, lo, hi, direction }) => {
    const [worst, best] = direction === '+' ? [lo, hi] : [hi, lo];
    const label = (code: number) => answerLabel(definition, itemOf(definition, item), code, language);
    return t('designMeasurement.score_item', { id: item, worst: label(worst), best: label(best) });
  });
  const { minValid, items } = scoring;
  return [
    ...ends,
    t('designMeasurement.score_missing'),
    t(items.length === 1 ? 'designMeasurement.score_single' : 'designMeasurement.score_mean', { n: minValid, of: items.length }),
    exampleInWords(definition, scoring, language),
  ];
}

function hasSteps(definition: Definition, id: string): boolean {
  const item = itemOf(definition, id);
  const options = item?.type === 'scale' ? definition.scales.find((scale) => scale.id === item.scale)?.options : undefined;
  return new Set(options?.map(({ code }) => code)).size >= 2;
}

/** Somebody who answers next to the best, next to the worst … and, where the minimum allows, leaves the last item out. */
function exampleInWords(definition: Definition, scoring: IndicatorScoring, language: Language): string {
  const t = textsIn(language);
  const { items, minValid } = scoring;
  const codes = items.map(({ lo, hi }, at) =>
    at === items.length - 1 && minValid < items.length ? -1 : at % 2 === 0 ? Math.max(lo, hi - 1) : Math.min(hi, lo + 1),
  );
  const answers = items.map((item, at) => {
    const code = codes[at] ?? -1;
    const answer = answerLabel(definition, itemOf(definition, item.item), code, language);
    const points = code < 0 ? t('designMeasurement.score_no_points') : inPoints(scoreOf(item, code), language);
    return t('designMeasurement.score_answer', { id: item.item, answer, points });
  });
  const result = respondentScoreFrom(scoring, codes);
  const score = result.state === 'scored' ? inPoints(result.score, language) : t('designMeasurement.score_no_points');
  return t('designMeasurement.score_example', { answers: answers.join('; '), score });
}

function scoreOf(item: ItemScoring, code: number): number {
  const result = respondentScoreFrom({ code: '', items: [item], minValid: 1 }, [code]);
  return result.state === 'scored' ? result.score : 0;
}

function inPoints(score: number, language: Language): string {
  return formatNumber(score, language, Number.isInteger(score) ? 0 : 1);
}
