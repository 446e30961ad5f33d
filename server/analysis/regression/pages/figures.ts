import { decimalsOf } from '../../journal/table/decimals.js';
import { pageFigures } from '../../journal/table/figureText.js';
import type { AnalysisWords } from './analysisWords.js';

const NONE = '–';
const DECIMALS = 3;
const LEAST = 0.001;

/** A figure in so many decimals; a dash where there is none. */
export function figure(value: number | null, { language }: AnalysisWords, decimals = DECIMALS): string {
  return value === null ? NONE : pageFigures(language)(value, decimals);
}

/** A figure with as many decimals as an error of its size needs. */
export function sizedFigure(value: number | null, words: AnalysisWords): string {
  return value === null ? NONE : figure(value, words, decimalsOf({ estimate: value, standardError: null }));
}

export function probability(p: number | null, words: AnalysisWords): string {
  if (p === null) return NONE;
  return p < LEAST ? `<\u00a0${figure(LEAST, words)}` : figure(p, words);
}

/** A probability with its sign, as it stands behind a statistic. */
export function probabilityInWords(p: number | null, words: AnalysisWords): string {
  const text = probability(p, words);
  return words.t(text.startsWith('<') ? 'regression.p_below' : 'regression.p_equal', { p: text });
}
