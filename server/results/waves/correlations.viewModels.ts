import type { IndicatorCorrelation } from '../../../scoring/index.js';
import type { IndicatorMeasurement } from './measurementQuality.js';
import type { MeasurementWords } from './reliabilityTable.viewModels.js';

/** Correlations between indicators: what to know in words, and all of them in a triangle. */
export interface CorrelationsSection {
  heading: string;
  intro: string;
  sentences: string[];
  /** Above the names of the rows. */
  corner: string;
  /** Columns are codes; null where there are too few answers for any pair. */
  matrix: { columns: string[]; rows: { code: string; name: string; values: string[] }[] } | null;
}

export function correlationsSection(
  correlations: readonly IndicatorCorrelation[],
  indicators: readonly IndicatorMeasurement[],
  { redundant, ...words }: MeasurementWords & { redundant: number },
): CorrelationsSection {
  const { t, least, coefficients } = words;
  return {
    heading: t('quality.correlations'),
    intro: t('quality.correlations_intro', { least }),
    corner: t('quality.indicator'),
    sentences:
      correlations.length === 0
        ? [t('quality.no_correlations')]
        : [
            ...sentencesOf('redundant', correlations, words),
            ...(correlations.some(({ kind }) => kind === 'redundant')
              ? []
              : [t('quality.none_redundant', { threshold: coefficients.coefficient(redundant) })]),
            ...sentencesOf('negative', correlations, words),
            ...(correlations.some(({ kind }) => kind === 'negative') ? [] : [t('quality.none_negative')]),
          ],
    matrix: correlations.length === 0 ? null : matrixOf(correlations, indicators, words),
  };
}

function sentencesOf(
  kind: 'redundant' | 'negative',
  correlations: readonly IndicatorCorrelation[],
  { t, coefficients }: MeasurementWords,
): string[] {
  return correlations
    .filter((pair) => pair.kind === kind)
    .map(({ first, second, coefficient, interval }) =>
      t(`quality.${kind}`, {
        first,
        second,
        value: coefficients.coefficient(coefficient),
        range: interval ? coefficients.coefficientRange(interval) : '–',
      }),
    );
}

/** Below the diagonal each pair once. */
function matrixOf(
  correlations: readonly IndicatorCorrelation[],
  indicators: readonly IndicatorMeasurement[],
  { language, coefficients }: MeasurementWords,
): NonNullable<CorrelationsSection['matrix']> {
  const codes = indicators.map(({ code }) => code);
  const found = new Map(correlations.map(({ first, second, coefficient }) => [`${first} ${second}`, coefficient]));
  return {
    columns: codes.slice(0, -1),
    rows: indicators.slice(1).map(({ code, name }, row) => ({
      code,
      name: name[language],
      values: codes.slice(0, -1).map((other, at) => {
        if (at > row) return '';
        const value = found.get(`${other} ${code}`);
        return value === undefined ? '–' : coefficients.coefficient(value);
      }),
    })),
  };
}
