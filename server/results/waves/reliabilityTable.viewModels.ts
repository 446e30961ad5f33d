import type { Interval, ItemCorrelation } from '../../../scoring/index.js';
import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { Coefficients } from './coefficients.js';
import type { IndicatorMeasurement } from './measurementQuality.js';
import { assessmentOf, LEAST_COEFFICIENT, type Assessment } from './reliabilityWarnings.js';

export interface MeasurementWords {
  language: Language;
  t: Texts;
  figures: Figures;
  coefficients: Coefficients;
  /** Complete answers below which nothing is said. */
  least: number;
}

const TONES: Record<Assessment, TableCell['tone']> = {
  single: null,
  few: null,
  undefined: null,
  apart: null,
  formative: null,
  good: 'good',
  low: 'care',
};

/** One line per indicator: its coefficient with interval, and what to make of it. */
export function reliabilityTable(indicators: readonly IndicatorMeasurement[], words: MeasurementWords): TableModel {
  const { t } = words;
  return {
    id: 'reliability',
    heading: t('quality.reliability'),
    columns: [
      column(t('quality.indicator')),
      column(t('quality.coefficient')),
      column(t('quality.assessment')),
      column(t('quality.complete'), { figure: true }),
      column(t('quality.standardised'), { figure: true }),
      column(t('quality.omega'), { figure: true }),
    ],
    rows: indicators.map((indicator) => rowOf(indicator, words)),
    empty: t('results.wave_no_indicators'),
  };
}

function rowOf(indicator: IndicatorMeasurement, words: MeasurementWords): TableCell[] {
  const { language, t, figures, coefficients } = words;
  const { reliability, code, name, construct, items } = indicator;
  const n = 'n' in reliability ? figures.whole(reliability.n) : '–';
  const standardised = reliability.state === 'scale' ? coefficients.coefficient(reliability.standardisedAlpha) : '–';
  const kind = t('quality.kind', { construct: t(`quality.construct_${construct}`), count: items.length });
  return [
    cell(`${code} ${name[language]}`, { note: kind }),
    coefficientCell(indicator, words),
    assessmentCell(indicator, words),
    cell(n, { figure: true }),
    cell(standardised, { figure: true }),
    omegaCell(indicator, words),
  ];
}

function coefficientCell({ reliability }: IndicatorMeasurement, words: MeasurementWords): TableCell {
  const { t, coefficients } = words;
  switch (reliability.state) {
    case 'scale':
      return cell(t('quality.alpha', { value: coefficients.coefficient(reliability.alpha) }), {
        note: intervalText(reliability.interval, words),
      });
    case 'two-items':
      return cell(t('quality.spearman_brown', { value: coefficients.coefficient(reliability.spearmanBrown) }), {
        note: intervalText(reliability.interval, words),
      });
    case 'correlations':
      return pairsCell(reliability.pairs, words);
    default:
      return cell('–');
  }
}

function intervalText(interval: Interval, { t, coefficients }: MeasurementWords): string {
  return t('quality.interval', { range: coefficients.coefficientRange(interval) });
}

/** Each pair with its interval, or why it has none. */
function pairsCell(pairs: readonly ItemCorrelation[], words: MeasurementWords): TableCell {
  const { t, figures, coefficients } = words;
  const values = pairs.map((pair) =>
    pair.state === 'estimated' ? t('quality.correlation', { value: coefficients.coefficient(pair.coefficient) }) : '–',
  );
  const notes = pairs.map((pair) => {
    const n = figures.whole(pair.n);
    if (pair.state === 'estimated')
      return [...(pair.interval ? [intervalText(pair.interval, words)] : []), t('quality.n', { n })].join('; ');
    return pair.state === 'constant' ? t('quality.pair_constant') : t('quality.pair_too_few', { n });
  });
  return cell(values.join(', '), { note: notes.join('; ') });
}

function omegaCell({ reliability, items }: IndicatorMeasurement, { t, coefficients }: MeasurementWords): TableCell {
  if (reliability.state !== 'scale') return cell('–', { figure: true });
  const { omega } = reliability;
  if (omega.state === 'not-converged') return cell('–', { note: t('quality.omega_not_converged'), figure: true });
  const heywood = omega.heywoodItems.map((at) => items[at]?.id ?? '').join(', ');
  return cell(coefficients.coefficient(omega.omega), {
    note: heywood === '' ? null : t('quality.omega_heywood', { items: heywood }),
    figure: true,
  });
}

const NAMED_REASONS = ['constant-column', 'rank-deficient', 'zero-scale'] as const;

function assessmentCell(indicator: IndicatorMeasurement, { t, coefficients, least }: MeasurementWords): TableCell {
  const assessment = assessmentOf(indicator);
  const { reliability } = indicator;
  const options = { tone: TONES[assessment] };
  if (assessment === 'undefined' && reliability.state === 'undefined') {
    const named = NAMED_REASONS.find((reason) => reason === reliability.reason) ?? 'other';
    const item = reliability.item === null ? '' : (indicator.items[reliability.item]?.id ?? '');
    return cell(t('quality.assessment_undefined', { reason: t(`quality.undefined_${named}`, { item }) }));
  }
  if (assessment === 'undefined') return cell('–');
  const threshold = coefficients.coefficient(LEAST_COEFFICIENT);
  return cell(t(`quality.assessment_${assessment}`, { least, threshold }), options);
}
