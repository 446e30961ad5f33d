import { textsIn, type Language, type LocalizedText } from '../../i18n/index.js';
import { decimalText } from './pages/scenarioWords.js';

/** What may be wrong with entered inputs. The sentence for people stands under `scenarioData.fault_<code>`. */
export type FaultCode =
  | 'required'
  | 'unknownTown'
  | 'notAYear'
  | 'yearOutOfRange'
  | 'nothingEntered'
  | 'negativeRoot'
  | 'notANumber'
  | 'decimalComma'
  | 'zeroDenominator'
  | 'negative'
  | 'belowMinimum'
  | 'aboveMaximum'
  | 'notAFlag'
  | 'notYesOrNo'
  | 'tooLong'
  | 'looksLikeFormula'
  | 'alreadyInFile'
  | 'encoding'
  | 'empty'
  | 'tooManyRows'
  | 'tooLarge'
  | 'missingColumn'
  | 'unknownColumn'
  | 'repeatedColumn'
  | 'brokenRow'
  | 'brokenQuotes';

/** Numbers are written in the reader's format, names in the reader's language; years and codes are text already. */
type FaultValue = string | number | LocalizedText;

/** A fault at one field of a form or column of a file; in files also the line, counted from 1 with the header. */
export interface ScenarioFault {
  field: string;
  row?: number;
  code: FaultCode;
  values: Record<string, FaultValue>;
}

export function faultAt(field: string, code: FaultCode, values: ScenarioFault['values'] = {}): ScenarioFault {
  return { field, code, values };
}

/** The sentence of a fault in the reader's language. */
export function faultText({ code, values }: Pick<ScenarioFault, 'code' | 'values'>, language: Language): string {
  const words = Object.entries(values).map(([name, value]) => [name, wordsOf(value, language)] as const);
  return textsIn(language)(`scenarioData.fault_${code}`, Object.fromEntries(words));
}

function wordsOf(value: FaultValue, language: Language): string {
  if (typeof value === 'number') return decimalText(value, 2, language);
  return typeof value === 'string' ? value : value[language];
}
