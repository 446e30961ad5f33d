import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { Coefficients } from './coefficients.js';
import type { LanguageDifference } from './languageDifferences.js';

interface LanguageWords {
  language: Language;
  t: Texts;
  figures: Figures;
  coefficients: Coefficients;
  k: number;
}

/** Answers in Kazakh beside answers in Russian, question by question. */
export function languageTable(questions: readonly LanguageDifference[], words: LanguageWords): TableModel {
  const { t } = words;
  return {
    id: 'languages',
    heading: t('quality.by_language'),
    columns: [
      column(t('quality.item')),
      column(t('quality.mean_kk'), { figure: true }),
      column(t('quality.mean_ru'), { figure: true }),
      column(t('quality.difference'), { figure: true }),
      column(t('quality.p_holm'), { figure: true }),
      column(t('quality.verdict')),
    ],
    rows: questions.map((question) => rowOf(question, words)),
    empty: t('results.wave_no_indicators'),
  };
}

function rowOf(question: LanguageDifference, { language, t, figures, coefficients, k }: LanguageWords): TableCell[] {
  const { id, text, nFirst, nSecond } = question;
  const none = cell('–', { figure: true });
  const named = cell(id, { note: text[language] });
  if (question.state === 'too-few-answers') return [named, none, none, none, none, cell(t('quality.too_few_in_groups', { k }))];
  const mean = (value: number, n: number) =>
    cell(figures.indicator(value), { note: t('quality.n', { n: figures.whole(n) }), figure: true });
  const means = [mean(question.meanOfFirst, nFirst), mean(question.meanOfSecond, nSecond)];
  if (question.state === 'no-variance') return [named, ...means, none, none, cell(t('quality.all_the_same'))];
  const { difference, interval, adjustedPValue, differs } = question;
  return [
    named,
    ...means,
    cell(figures.points(difference), { note: coefficients.pointsRange(interval), figure: true }),
    cell(coefficients.pValue(adjustedPValue), { figure: true }),
    differs ? cell(t('quality.differs'), { tone: 'care' }) : cell(t('quality.no_difference')),
  ];
}
