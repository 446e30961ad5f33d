import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { ChiSquareTest } from '../../../../scoring/index.js';
import type { Heteroskedasticity, VarianceDriver } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import { figure, probability, probabilityInWords, sizedFigure } from './figures.js';

const LEVEL = 0.05;

/** Whether residuals spread alike, by both tests, and which variable their variance goes with. */
export interface VarianceSection {
  heading: string;
  text: string;
  tests: { label: string; value: string }[];
  verdict: string;
  drivers: TableModel;
}

export function varianceSection({ test, auxiliary, drivers }: Heteroskedasticity, words: AnalysisWords): VarianceSection {
  const { t } = words;
  return {
    heading: t('regression.variance_heading'),
    text: t('regression.variance_text'),
    tests: [
      { label: t('regression.bp_studentized'), value: testInWords(test.studentized, words) },
      { label: t('regression.bp_plain'), value: testInWords(test.nonStudentized, words) },
    ],
    verdict: verdictOf(test.studentized.p, drivers, words),
    drivers: {
      id: 'drivers',
      heading: t('regression.drivers_heading'),
      columns: [
        column(t('regression.term')),
        ...(['alone', 'p_value', 'slope', 'auxiliary', 'p_value'] as const).map((name) =>
          column(t(`regression.${name}`), { figure: true }),
        ),
      ],
      rows: drivers.map(({ term, test: alone, slope }) => {
        const together = auxiliary.find((coefficient) => coefficient.term === term);
        const texts = [
          figure(alone.studentized.statistic, words),
          probability(alone.studentized.p, words),
          sizedFigure(slope, words),
          sizedFigure(together?.estimate ?? null, words),
          probability(together?.p ?? null, words),
        ];
        return [cell(term), ...texts.map((text) => cell(text, { figure: true }))];
      }),
      empty: '',
    },
  };
}

function testInWords({ statistic, degreesOfFreedom, p }: ChiSquareTest, words: AnalysisWords): string {
  const values = { statistic: figure(statistic, words), df: String(degreesOfFreedom), p: probabilityInWords(p, words) };
  return words.t('regression.chi_square', values);
}

function verdictOf(p: number, drivers: readonly VarianceDriver[], words: AnalysisWords): string {
  const { t } = words;
  if (p >= LEVEL) return t('regression.variance_even');
  const guilty = drivers.filter(({ test }) => test.studentized.p < LEVEL);
  if (guilty.length === 0) return t('regression.variance_uneven');
  const [strongest] = guilty.toSorted((a, b) => b.test.studentized.statistic - a.test.studentized.statistic);
  const key = (strongest?.slope ?? 0) > 0 ? 'regression.variance_grows' : 'regression.variance_falls';
  return t(key, { term: strongest?.term ?? '', terms: guilty.map(({ term }) => term).join(', ') });
}
