import { textsIn, type Language } from '../../../i18n/index.js';
import type { TableFault, TableWarning } from '../remark.js';
import { figureWords } from './figureWords.js';

type NameOf = (unit: string) => string;

/** The sentence of a fault in the reader's language. */
export function faultInWords({ code, values }: TableFault, language: Language, nameOf: NameOf): string {
  return textsIn(language)(`datasets.fault_${code}`, wordsOf(values, language, nameOf));
}

/** The sentence of a warning in the reader's language. */
export function warningInWords({ code, values }: TableWarning, language: Language, nameOf: NameOf): string {
  return textsIn(language)(`datasets.warning_${code}`, wordsOf(values, language, nameOf));
}

/** Units by their names, numbers in the reader's format; codes and years are text already. */
function wordsOf(values: TableWarning['values'], language: Language, nameOf: NameOf): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'number') return [key, figureWords(value, language)];
      if (Array.isArray(value)) return [key, value.map((place) => placeWords(place, nameOf)).join('; ')];
      return [key, key === 'unit' ? nameOf(value) : value];
    }),
  );
}

/** `<unit>: <years>`, the unit by its name. */
function placeWords(place: string, nameOf: NameOf): string {
  const at = place.indexOf(':');
  return at < 0 ? place : `${nameOf(place.slice(0, at))}${place.slice(at)}`;
}
