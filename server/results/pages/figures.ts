import { enclosing } from '../publicRounding.js';
import { formatInteger, formatNumber, type Language, type Texts } from '../../i18n/index.js';

/**
 * The one place where numbers of results become text: whole points for scores made of many indicators, one decimal for
 * a single indicator, non-breaking spaces between number and unit.
 */
export interface Figures {
  /** Integral score, sub-index, block. */
  score(value: number): string;
  /** Whole points that enclose the interval. */
  scoreRange(interval: Interval): string;
  /** One indicator, 0–100. */
  indicator(value: number): string;
  indicatorRange(interval: Interval): string;
  /** Share of 0–1 as a whole percentage. */
  percent(share: number): string;
  percentRange(interval: Interval): string;
  /** A signed number of points with one decimal. */
  points(value: number): string;
  /** A statistical figure: as many decimals as its size needs unless told. */
  statistic(value: number, decimals?: number): string;
  whole(value: number): string;
}

interface Interval {
  lower: number;
  upper: number;
}

export function figuresIn(language: Language, t: Texts): Figures {
  const range = (format: (value: number) => string, { lower, upper }: Interval): string =>
    t('results.range', { lower: format(lower), upper: format(upper) });
  const score = (value: number): string => formatInteger(value, language);
  const indicator = (value: number): string => formatNumber(value, language, 1);
  const percentNumber = (share: number): string => formatInteger(100 * share, language);
  return {
    score,
    scoreRange: (interval) => range(score, enclosing(interval)),
    indicator,
    indicatorRange: (interval) => range(score, enclosing(interval)),
    percent: (share) => t('results.percent', { value: percentNumber(share) }),
    percentRange: (interval) =>
      t('results.percent', {
        value: t('results.range', { lower: percentNumber(interval.lower), upper: percentNumber(interval.upper) }),
      }),
    points: (value) => `${value > 0 ? '+' : ''}${formatNumber(roundedToTenth(value), language, 1)}`,
    statistic: (value, decimals = decimalsFor(value)) => formatNumber(value, language, decimals),
    whole: (value) => formatInteger(value, language),
  };
}

/** No "−0.0". */
function roundedToTenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || (Number.isInteger(value) && size < 1e15)) return 0;
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  if (size >= 0.1) return 2;
  return 3;
}
