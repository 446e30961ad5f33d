import type { ScenarioInput } from '../../../survey-definitions/contract/index.js';
import type { FaultCode, ScenarioFault } from './scenarioFault.js';

/** How numbers are written in a form or file. A decimal comma is only possible where commas do not separate cells. */
export type DecimalMark = 'dot' | 'dot-or-comma';

/** An input as it was typed, and as the number that formulas take. */
export interface ScenarioFigure {
  typed: string;
  value: number;
}

export type FigureRefusal = Pick<ScenarioFault, 'code' | 'values'>;
export type FigureLimits = Pick<ScenarioInput, 'kind' | 'minimum' | 'maximum'>;

const LONGEST = 40;
const NUMBER = String.raw`-?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?`;
const PLAIN = new RegExp(`^${NUMBER}$`);
const FRACTION = new RegExp(`^(${NUMBER}) ?/ ?(${NUMBER})$`);
/** What a fraction of a whole is multiplied by. */
const WHOLE = { 'per-cent': 100, flag: 100, 'per-mille': 1000 } as const;
const SIGN = { 'per-cent': /\s*%$/, flag: /\s*%$/, 'per-mille': /\s*‰$/ } as const;

/**
 * Reads an input as people type it: a number in the input's unit with a decimal comma or dot, or a fraction of the whole
 * (`9/94` is 9.57 %). Spaces may part thousands, a true minus counts as one, the unit's own sign may follow.
 */
export function parseScenarioFigure(
  text: string,
  input: FigureLimits,
  mark: DecimalMark = 'dot-or-comma',
): { figure: ScenarioFigure } | { refusal: FigureRefusal } {
  const typed = text.trim();
  if (typed === '') return refused('required');
  if (typed.length > LONGEST) return refused('tooLong', { limit: LONGEST });
  const plain = typed
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace('−', '-')
    .replace(SIGN[input.kind], '');
  if (plain.includes(',') && mark === 'dot' && (PLAIN.test(plain) || FRACTION.test(plain)))
    return refused('decimalComma', { text: typed });
  const value = valueOf(plain, WHOLE[input.kind]);
  if (value === undefined) return refused('notANumber', { text: typed });
  if (value === 'zero-denominator') return refused('zeroDenominator', { text: typed });
  return refusalOf(value, input) ?? { figure: { typed, value } };
}

function valueOf(text: string, whole: number): number | 'zero-denominator' | undefined {
  if (PLAIN.test(text)) return numberOf(text);
  const [, part, of] = FRACTION.exec(text) ?? [];
  if (part === undefined || of === undefined) return undefined;
  return numberOf(of) === 0 ? 'zero-denominator' : (numberOf(part) / numberOf(of)) * whole;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(' ', '').replace(',', '.')) + 0;
}

function refusalOf(value: number, { kind, minimum, maximum }: FigureLimits): { refusal: FigureRefusal } | null {
  if (kind === 'flag' && value !== 0 && value !== 100) return refused('notAFlag');
  if (minimum !== null && value < minimum)
    return minimum === 0 ? refused('negative') : refused('belowMinimum', { limit: minimum });
  if (maximum !== null && value > maximum) return refused('aboveMaximum', { limit: maximum, value });
  return null;
}

function refused(code: FaultCode, values: FigureRefusal['values'] = {}): { refusal: FigureRefusal } {
  return { refusal: { code, values } };
}
