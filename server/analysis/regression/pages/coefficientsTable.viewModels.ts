import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { Coefficient } from '../../../../scoring/index.js';
import { decimalsOf } from '../../journal/table/decimals.js';
import { termLabel } from '../../journal/table/journalText.viewModels.js';
import { starsOf } from '../../journal/table/stars.js';
import type { EstimatedModel } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import { figure, probability } from './figures.js';

/** Coefficients with their intervals and, where defined, variance inflation. */
export function coefficientsTable({ coefficients, inflation }: EstimatedModel, words: AnalysisWords): TableModel {
  const { t } = words;
  return {
    id: 'coefficients',
    heading: t('regression.coefficients'),
    columns: [
      column(t('regression.term')),
      ...(['estimate', 'standard_error', 't_value', 'p_value', 'interval'] as const).map((name) =>
        column(t(`regression.${name}`), { figure: true }),
      ),
      ...(inflation ? [column(t('regression.vif'), { figure: true })] : []),
    ],
    rows: coefficients.map((coefficient) => [
      ...coefficientCells(coefficient, words),
      ...(inflation
        ? [
            cell(inflation[coefficient.term] === undefined ? '' : figure(inflation[coefficient.term] ?? 0, words, 2), {
              figure: true,
            }),
          ]
        : []),
    ]),
    empty: '',
  };
}

function coefficientCells(coefficient: Coefficient, words: AnalysisWords) {
  const { term, estimate, standardError, t, p, lower, upper } = coefficient;
  const decimals = decimalsOf(coefficient);
  const number = (value: number): string => figure(value, words, decimals);
  const texts = [
    `${number(estimate)}${starsOf(p)}`,
    number(standardError),
    figure(t, words, 2),
    probability(p, words),
    words.t('regression.interval_of', { lower: number(lower), upper: number(upper) }),
  ];
  return [cell(termLabel(term, words.t)), ...texts.map((text) => cell(text, { figure: true }))];
}
