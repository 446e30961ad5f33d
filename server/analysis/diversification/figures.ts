import { formatInteger, formatNumber, textsIn, type Language } from '../../i18n/index.js';
import type { Measure } from './measures.js';

/** The one place where numbers of diversification become text. */
export interface Figures {
  measure: (value: number, measure: Measure) => string;
  /** A signed difference of a measure. */
  difference: (value: number, measure: Measure) => string;
  coefficient: (value: number) => string;
  /** A share of 0–1 as per cent with one decimal. */
  percent: (share: number) => string;
  /** A signed fraction as per cent. */
  signedPercent: (fraction: number) => string;
  whole: (value: number) => string;
}

const LARGE = 10;

export function figuresIn(language: Language): Figures {
  const t = textsIn(language);
  const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
  const percentText = (value: number): string => t('results.percent', { value: formatNumber(value, language, 1) });
  const measure = (value: number, kind: Measure): string => {
    if (kind === 'equivalentNumber') return formatNumber(value, language, 1);
    return formatNumber(value, language, Math.abs(value) < LARGE ? 3 : 1);
  };
  return {
    measure,
    difference: (value, kind) => signed(value, measure(value, kind)),
    coefficient: (value) => formatNumber(value, language, 2),
    percent: (share) => percentText(100 * share),
    signedPercent: (fraction) => signed(fraction, percentText(100 * fraction)),
    whole: (value) => formatInteger(value, language),
  };
}
