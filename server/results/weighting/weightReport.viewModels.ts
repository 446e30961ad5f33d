import { cell, column, type TableModel } from '../../accounts/index.js';
import { formatNumber, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { MarginWords } from './marginWords.js';
import type { WeightingAccount } from './usedWeights.js';

/** What weighting did to the answers. */
export interface WeightReport {
  heading: string;
  text: string;
  facts: { label: string; value: string }[];
  margins: TableModel[];
}

export function weightReport(account: WeightingAccount, language: Language, words: MarginWords): WeightReport {
  const t = textsIn(language);
  return {
    heading: t('weighting.report'),
    text: t(account.conservative ? 'weighting.report_conservative' : 'weighting.report_adjusted'),
    facts: factsOf(account, language, words, t),
    margins: account.movements.map((_, at) => movementTable(account, at, words, t)),
  };
}

function factsOf(account: WeightingAccount, language: Language, words: MarginWords, t: Texts): WeightReport['facts'] {
  const { iterations, rounds, clipped, summary, movements } = account;
  const largest = Math.max(0, ...movements.map(({ largestMiss }) => largestMiss));
  return [
    { label: t('weighting.respondents'), value: formatNumber(summary.n, language, 0) },
    { label: t('weighting.effective_n'), value: formatNumber(summary.effectiveN, language, 1) },
    { label: t('weighting.design_effect'), value: formatNumber(summary.designEffect, language, 2) },
    {
      label: t('weighting.lowest_highest'),
      value: t('results.range', { lower: formatNumber(summary.min, language, 2), upper: formatNumber(summary.max, language, 2) }),
    },
    ...(iterations > 0 ? [{ label: t('weighting.iterations'), value: formatNumber(iterations, language, 0) }] : []),
    {
      label: t('weighting.clipped'),
      value: rounds === 0 ? t('weighting.nothing_clipped') : t('weighting.clipped_count', { count: clipped, rounds }),
    },
    { label: t('weighting.largest_miss'), value: words.percent(largest) },
  ];
}

function movementTable({ movements, margins }: WeightingAccount, at: number, words: MarginWords, t: Texts): TableModel {
  const margin = margins[at];
  const name = margin ? words.margin(margin.variables) : '';
  return {
    id: `movement-${at + 1}`,
    heading: t('weighting.movement', { margin: name }),
    columns: [
      column(t('weighting.category')),
      column(t('weighting.respondents'), { figure: true }),
      column(t('weighting.in_population'), { figure: true }),
      column(t('weighting.in_answers'), { figure: true }),
      column(t('weighting.after_adjustment'), { figure: true }),
      column(t('weighting.with_weights'), { figure: true }),
    ],
    rows: (movements[at]?.categories ?? []).map(({ code, respondents, ...shares }) => [
      cell(margin ? words.mergedCategory(margin, margin.categories[code]?.codes ?? []) : ''),
      cell(String(respondents), { figure: true }),
      ...[shares.population, shares.unweighted, shares.adjusted, shares.weighted].map((share) =>
        cell(words.percent(share), { figure: true }),
      ),
    ]),
    empty: '',
  };
}
