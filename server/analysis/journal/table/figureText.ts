import { formatNumber, type Language } from '../../../i18n/index.js';
import { powerOfTen } from './decimals.js';
import type { FigureText } from './journalText.viewModels.js';

/** Numbers as a reader of a page expects them. */
export function pageFigures(language: Language): FigureText {
  return (value, decimals) => {
    const small = powerOfTen(value, decimals);
    if (!small) return formatNumber(value, language, decimals);
    return `${formatNumber(small.mantissa, language, 2)}·10${superscript(small.exponent)}`;
  };
}

const RAISED: Readonly<Record<string, string>> = {
  '-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
}; // prettier-ignore

function superscript(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (character) => RAISED[character] ?? '');
}

/** Numbers of LaTeX's mathematics: no spaces between thousands, and a comma that is no punctuation. */
export function latexFigures(language: Language): FigureText {
  const marked = (text: string): string => (language === 'en' ? text : text.replace('.', '{,}'));
  return (value, decimals) => {
    const small = powerOfTen(value, decimals);
    if (!small) return marked(value.toFixed(decimals));
    return `${marked(small.mantissa.toFixed(2))}\\cdot 10^{${String(small.exponent)}}`;
  };
}
