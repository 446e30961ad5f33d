import type { FieldFault } from '../../http/fieldFault.js';
import { formatNumber, textsIn, type Language } from '../../i18n/index.js';

/** What is wrong with a margin as it was typed or with a file of margins; its words are `weighting.entry_<code>`. */
export interface MarginFault {
  /** Field of the form or column of the file. */
  field: string;
  row?: number;
  code:
    | 'number'
    | 'source'
    | 'year'
    | 'too_few'
    | 'percent_total'
    | 'totals_differ'
    | 'encoding'
    | 'empty'
    | 'too_many_rows'
    | 'broken'
    | 'missing_column'
    | 'unknown_column'
    | 'two_units'
    | 'unknown_variable'
    | 'unknown_category'
    | 'repeated'
    | 'source_differs'
    | 'no_file';
  values?: Readonly<Record<string, string | number>>;
}

/** A fault in the reader's language. */
export function fieldFaultFrom({ field, row, code, values = {} }: MarginFault, language: Language): FieldFault {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value, language)]));
  return { field, ...(row !== undefined && { row }), message: textsIn(language)(`weighting.entry_${code}`, shown) };
}

function inWords(value: string | number, language: Language): string {
  return typeof value === 'number' ? formatNumber(value, language, Number.isInteger(value) ? 0 : 2) : value;
}
