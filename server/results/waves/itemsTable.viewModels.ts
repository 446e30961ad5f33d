import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import type { IndicatorMeasurement } from './measurementQuality.js';
import type { MeasurementWords } from './reliabilityTable.viewModels.js';
import { LEAST_ITEM_REST } from './reliabilityWarnings.js';

/** One line per scored question: how it stands to the others, and how often it is not answered. */
export function itemsTable(indicators: readonly IndicatorMeasurement[], words: MeasurementWords): TableModel {
  const { t } = words;
  const figure = { figure: true };
  return {
    id: 'items',
    heading: t('quality.items'),
    columns: [
      column(t('quality.item')),
      column(t('quality.indicator')),
      column(t('quality.asked'), figure),
      column(t('quality.hard_to_say'), figure),
      column(t('quality.refused_item'), figure),
      column(t('quality.other_missing'), figure),
      column(t('quality.item_rest'), figure),
      column(t('quality.alpha_without'), figure),
      column(t('quality.loading'), figure),
    ],
    rows: indicators.flatMap((indicator) => indicator.items.map((_, at) => rowOf(indicator, at, words))),
    empty: t('results.wave_no_indicators'),
  };
}

function rowOf(indicator: IndicatorMeasurement, at: number, words: MeasurementWords): TableCell[] {
  const { language, figures, least } = words;
  const item = indicator.items[at];
  if (item === undefined) return [];
  const { asked, hardToSay, refused, other } = item.nonResponse;
  const share = (count: number) => cell(asked < least ? '–' : figures.percent(count / asked), { figure: true });
  return [
    cell(item.id, { note: item.text[language] }),
    cell(indicator.code),
    cell(figures.whole(asked), { figure: true }),
    share(hardToSay),
    share(refused),
    share(other),
    ...scaleCells(indicator, at, words),
  ];
}

function scaleCells({ reliability, construct }: IndicatorMeasurement, at: number, words: MeasurementWords): TableCell[] {
  const { t, coefficients } = words;
  const none = cell('–', { figure: true });
  if (reliability.state !== 'scale') return [none, none, none];
  const rest = reliability.items[at]?.restCorrelation;
  const without = reliability.withoutItem[at]?.alpha;
  const loading = reliability.omega.state === 'fitted' ? reliability.omega.loadings[at] : undefined;
  const shown = (value: number | undefined, note: string | null = null) =>
    value === undefined ? none : cell(coefficients.coefficient(value), { figure: true, note });
  const isLow = construct === 'reflective' && rest !== undefined && rest < LEAST_ITEM_REST;
  const threshold = coefficients.coefficient(LEAST_ITEM_REST);
  return [shown(rest, isLow ? t('quality.low_item', { threshold }) : null), shown(without), shown(loading)];
}
