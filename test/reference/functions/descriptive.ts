import { binomialTest } from '../../../scoring/statistics/binomialTest.js';
import { boxPlotFrom, fiveNumbers, type QuartileRule } from '../../../scoring/statistics/boxPlot.js';
import { proportionInterval, type ProportionIntervalMethod } from '../../../scoring/statistics/proportionInterval.js';
import { quantile, type QuantileType } from '../../../scoring/statistics/quantile.js';
import { shapeOf, type ShapeByType } from '../../../scoring/statistics/shape.js';
import { studentInterval } from '../../../scoring/statistics/studentInterval.js';
import { summaryStatisticsFrom } from '../../../scoring/statistics/summaryStatistics.js';
import type { LoadedCase } from '../referenceCase.js';
import { finiteOrNull, numbersOf, rowsOf } from './columns.js';
import type { Computed } from './computed.js';

export const descriptive: Record<string, Computed> = {
  quantile: quantiles,
  boxplot: boxPlots,
  summary,
  'proportion-interval': proportionIntervals,
};

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const RULES: readonly QuartileRule[] = ['hinges', 'type7', 'type6'];
const INTERVALS: readonly ProportionIntervalMethod[] = [
  'wilson',
  'wilsonContinuity',
  'clopperPearson',
  'jeffreys',
  'agrestiCoull',
  'wald',
];

function quantiles(loaded: LoadedCase) {
  const { values } = valuesOf(loaded);
  const { probs } = loaded.reference.options as { probs: number[] };
  return Object.fromEntries(
    TYPES.map((type) => [`type${String(type)}`, probs.map((probability) => quantile(values, probability, type))]),
  );
}

function boxPlots(loaded: LoadedCase) {
  const { values } = valuesOf(loaded);
  const { coefs } = loaded.reference.options as { coefs: number[] };
  return {
    fivenum: fiveNumbers(values),
    rules: coefs.flatMap((coef) => RULES.map((rule) => ({ rule, coef, ...boxPlotFrom(values, rule, coef) }))),
  };
}

function summary(loaded: LoadedCase) {
  const { values, missing } = valuesOf(loaded);
  const figures = summaryStatisticsFrom(values);
  const shape = figures.variance > 0 ? shapeOf(values) : undefined;
  const interval = (level: number) => studentInterval(figures.mean, figures.standardErrorOfMean, figures.n - 1, level);
  return {
    ...figures,
    missing,
    sd: figures.standardDeviation,
    seMean: figures.standardErrorOfMean,
    cv: finiteOrNull(figures.variation),
    madScaled: figures.scaledMedianDeviation,
    madRaw: figures.medianDeviation,
    iqrType6: figures.interquartileRangeType6,
    iqrType7: figures.interquartileRangeType7,
    trimmedMean10: figures.trimmedMean,
    skewness: shape && byType(shape.skewness),
    kurtosisExcess: shape && byType(shape.kurtosis),
    meanCI90: interval(0.9),
    meanCI95: interval(0.95),
    meanCI99: interval(0.99),
  };
}

function proportionIntervals(loaded: LoadedCase) {
  const { successes, trials, level } = (loaded.reference.options as { columns: Record<'successes' | 'trials' | 'level', string> })
    .columns;
  const rows = rowsOf(loaded).map((row) => {
    const [x, n, coverage] = [Number(row[successes]), Number(row[trials]), Number(row[level])];
    const intervals = INTERVALS.map((method) => [method, proportionInterval({ successes: x, trials: n }, method, coverage)]);
    return {
      x,
      n,
      level: coverage,
      estimate: x / n,
      ...Object.fromEntries(intervals),
      binomTestP05: binomialTest(x, n),
    } as object;
  });
  return { rows };
}

function valuesOf(loaded: LoadedCase): { values: Float64Array; missing: number } {
  const { column } = loaded.reference.options as { column: string };
  const all = numbersOf(rowsOf(loaded), column);
  const values = all.filter((value) => !Number.isNaN(value));
  return { values, missing: all.length - values.length };
}

function byType({ type1, type2, type3 }: ShapeByType) {
  return { type1, type2: finiteOrNull(type2), type3 };
}
