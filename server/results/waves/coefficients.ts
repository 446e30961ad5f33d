import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';

/** How coefficients, p values and intervals of differences are written on the pages of a wave. */
export interface Coefficients {
  /** Reliability, correlation or loading with two decimals. */
  coefficient: (value: number) => string;
  coefficientRange: (interval: Bounds) => string;
  pValue: (value: number) => string;
  /** The interval of a difference in points. */
  pointsRange: (interval: Bounds) => string;
}

interface Bounds {
  lower: number;
  upper: number;
}

const LEAST_P = 0.001;

export function coefficientsIn(language: Language, t: Texts): Coefficients {
  const figures = figuresIn(language, t);
  const coefficient = (value: number): string => formatNumber(Math.round(value * 100) / 100 + 0, language, 2);
  const range = (lower: string, upper: string): string => t('quality.range', { lower, upper });
  return {
    coefficient,
    coefficientRange: ({ lower, upper }) => range(coefficient(lower), coefficient(upper)),
    pValue: (value) =>
      value < LEAST_P ? t('quality.p_below', { value: formatNumber(LEAST_P, language, 3) }) : formatNumber(value, language, 3),
    pointsRange: ({ lower, upper }) => range(figures.points(lower), figures.points(upper)),
  };
}
