import { FormValuesSchema, type FormValues } from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import { LANGUAGES, type Language, type LocalizedText, type TextKey, type Texts } from '../../../i18n/index.js';

const LONGEST_TEXT = 6000;

/** Reads a posted form field by field and gathers what is wrong, in the reader's language. */
export interface FormReader {
  readonly shown: FormValues;
  readonly faults: readonly FieldFault[];
  /** Trimmed; empty where the field is. */
  text(name: string): string;
  texts(name: string): LocalizedText;
  /** A decimal number with comma or point; null and a fault where there is none, or it lies outside. */
  number(name: string, limits?: NumberLimits): number | null;
  refuse(field: string, key: TextKey, values?: Record<string, string | number>): void;
  /** A fault that is in words already. */
  add(fault: FieldFault): void;
}

export interface NumberLimits {
  least?: number;
  most?: number;
  whole?: boolean;
  /** Above 0. */
  positive?: boolean;
}

export function formReader(body: unknown, t: Texts): FormReader {
  const shown = FormValuesSchema.parse(body);
  const faults: FieldFault[] = [];
  const text = (name: string): string => ([shown[name] ?? ''].flat()[0] ?? '').trim().slice(0, LONGEST_TEXT);
  const refuse: FormReader['refuse'] = (field, key, values) => {
    if (faults.every((fault) => fault.field !== field)) faults.push({ field, message: t(key, values) });
  };
  return {
    shown,
    faults,
    text,
    texts: (name) => Object.fromEntries(LANGUAGES.map((each) => [each, text(`${name}.${each}`)])) as LocalizedText,
    number(name, limits = {}) {
      const value = numberIn(text(name));
      if (value !== null && isWithin(value, limits)) return value;
      refuse(name, limits.whole ? 'methods.error_whole' : 'methods.error_number', limitsInWords(limits));
      return null;
    },
    refuse,
    add: (fault) => faults.push(fault),
  };
}

function numberIn(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function isWithin(value: number, { least = -Infinity, most = Infinity, whole, positive }: NumberLimits): boolean {
  return value >= least && value <= most && (!whole || Number.isInteger(value)) && (!positive || value > 0);
}

function limitsInWords({ least, most, positive }: NumberLimits): Record<string, string> {
  const parts = [
    ...(positive ? ['> 0'] : []),
    ...(least === undefined ? [] : [`≥ ${least}`]),
    ...(most === undefined ? [] : [`≤ ${most}`]),
  ];
  return { limits: parts.length === 0 ? '' : ` (${parts.join(', ')})` };
}

/** A number as a reader would type it. */
export function typedNumber(value: number, language: Language): string {
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}
