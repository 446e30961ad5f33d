import { formatNumber, textsIn, type Language, type LocalizedText } from '../i18n/index.js';

/** What may be wrong with an entered figure. The sentence for people stands under `official.fault_<code>`. */
export type FaultCode =
  | 'required'
  | 'unknownTown'
  | 'unknownInput'
  | 'notAYear'
  | 'yearOutOfRange'
  | 'notANumber'
  | 'decimalComma'
  | 'notWhole'
  | 'outOfRange'
  | 'wrongUnit'
  | 'notADate'
  | 'dateInFuture'
  | 'unknownChoice'
  | 'unknownArea'
  | 'tooLong'
  | 'looksLikeFormula'
  | 'duplicate'
  | 'alreadyInFile'
  | 'correctionNeedsReason'
  | 'partAboveTotal'
  | 'sumAboveTotal'
  | 'encoding'
  | 'empty'
  | 'tooManyRows'
  | 'missingColumn'
  | 'unknownColumn'
  | 'repeatedColumn'
  | 'brokenRow'
  | 'brokenQuotes';

/** Numbers are written in the reader's format, names in the reader's language; years and codes are text already. */
export type FaultValue = string | number | LocalizedText;

/** A fault at one place of a form or file: field (= column) and, in files, the line, counted from 1 with the header. */
export interface EntryFault {
  field: string;
  row?: number;
  code: FaultCode;
  values: Record<string, FaultValue>;
}

export function faultAt(field: string, code: FaultCode, values: EntryFault['values'] = {}): EntryFault {
  return { field, code, values };
}

/** The sentence of a fault in the reader's language. */
export function faultText({ code, values }: EntryFault, language: Language): string {
  const words = Object.entries(values).map(([name, value]) => [name, wordsOf(value, language)] as const);
  return textsIn(language)(`official.fault_${code}`, Object.fromEntries(words));
}

function wordsOf(value: FaultValue, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
  return typeof value === 'string' ? value : value[language];
}
