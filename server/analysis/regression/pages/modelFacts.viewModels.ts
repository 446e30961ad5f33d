import type { EstimatedModel, FTest } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import { figure, probabilityInWords, sizedFigure } from './figures.js';

interface Fact {
  label: string;
  value: string;
}

/** How well a model fits, and on how many rows; only what its estimator defines. */
export function factsOfModel(estimated: EstimatedModel, words: AnalysisWords): Fact[] {
  const { n, missing, errors, rSquared, adjustedRSquared, f, residualStandardError, aic, bic, effects } = estimated;
  const { t } = words;
  const fact = (key: Parameters<typeof t>[0], value: string): Fact => ({ label: t(key), value });
  const some = (key: Parameters<typeof t>[0], value: number | null, decimals = 3): Fact[] =>
    value === null ? [] : [fact(key, figure(value, words, decimals))];
  const robust = estimated.iterations !== null;
  return [
    fact('regression.n', figure(n, words, 0)),
    fact('regression.left_out', figure(missing.length, words, 0)),
    fact('regression.degrees_of_freedom', figure(errors.degreesOfFreedom, words, 0)),
    ...some('regression.clusters', errors.clusters, 0),
    ...some(effects ? 'regression.r_squared_within' : 'regression.r_squared', rSquared),
    ...some('regression.adjusted_r_squared', adjustedRSquared),
    ...(f ? [fact('regression.f', testInWords(f, words))] : []),
    fact(robust ? 'regression.scale' : 'regression.residual_error', sizedFigure(residualStandardError, words)),
    ...some('regression.aic', aic, 2),
    ...some('regression.bic', bic, 2),
    ...(effects
      ? [
          fact(
            'regression.panel',
            t(effects.balanced ? 'regression.panel_balanced' : 'regression.panel_unbalanced', sizes(effects)),
          ),
          fact('regression.effects_test', testInWords(effects.test, words)),
        ]
      : []),
    ...some('regression.iterations', estimated.iterations, 0),
  ];
}

function sizes({ units, periods }: { units: number; periods: number }): Record<string, string> {
  return { units: String(units), periods: String(periods) };
}

function testInWords({ value, numerator, denominator, p }: FTest, words: AnalysisWords): string {
  const values = {
    f: figure(value, words),
    numerator: String(numerator),
    denominator: String(denominator),
    p: probabilityInWords(p, words),
  };
  return words.t('regression.f_test', values);
}
