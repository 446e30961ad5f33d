import { optionsOf, type Definition, type DerivedVariable } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { itemOf } from '../conditions/answerWords.js';
import { readCondition } from '../conditions/readCondition.js';
import { idFaultsAmong } from '../measurement/memberIds.js';
import { takenVariableIds } from '../structure/edits/takenIds.js';
import { valueIn } from '../structure/formTexts.js';
import { readRequiredCondition } from './requiredCondition.js';

export const VARIABLE_TYPES = ['recode', 'condition', 'midpoint', 'ratio'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

export function variableTypeFrom(value: unknown): VariableType {
  return VARIABLE_TYPES.find((type) => type === value) ?? 'recode';
}

/** The number that stands for an answer; it belongs to its question, so that another question begins empty. */
export function numberField(item: string, code: number): string {
  return `number.${item}.${code}`;
}

/** A variable as its form shows it. */
export function variableValues(variable: DerivedVariable): FormValues {
  const { id, type } = variable;
  switch (type) {
    case 'recode':
    case 'midpoint': {
      const year: FormValues = type === 'midpoint' ? { validFrom: String(variable.validFrom) } : {};
      const numbers = numbersOf(variable).map(([code, number]) => [numberField(variable.item, code), String(number)]);
      return { id, type, item: variable.item, ...year, ...(Object.fromEntries(numbers) as FormValues) };
    }
    case 'ratio':
      return { id, type, numerator: variable.numerator, denominator: variable.denominator };
    case 'condition':
      return { id, type };
  }
}

/** Each answer with its number. */
function numbersOf(variable: Extract<DerivedVariable, { type: 'recode' | 'midpoint' }>): [number, number][] {
  if (variable.type === 'midpoint') return variable.midpoints.map(({ code, value }) => [code, value]);
  return variable.cases.flatMap(({ from, to }) => from.map((code): [number, number] => [code, to]));
}

interface Before {
  definition: Definition;
  member: DerivedVariable | null;
  t: Texts;
}

type Content<Type extends VariableType> = Omit<Extract<DerivedVariable, { type: Type }>, 'id'>;
type Reading<Type extends VariableType> = { content: Content<Type> } | { faults: FieldFault[] };

export function readVariable(values: FormValues, before: Before): { member: DerivedVariable } | { faults: FieldFault[] } {
  const { definition, member, t } = before;
  const taken = takenVariableIds(definition);
  if (member) taken.delete(member.id);
  const id = valueIn(values, 'id');
  const type = member?.type ?? variableTypeFrom(valueIn(values, 'type'));
  const read = READERS[type](values, before);
  const faults = [...idFaultsAmong(id, taken, t), ...('faults' in read ? read.faults : [])];
  return 'content' in read && faults.length === 0 ? { member: Object.assign({ type, id }, read.content) } : { faults };
}

const READERS: { [Type in VariableType]: (values: FormValues, before: Before) => Reading<Type> } = {
  recode: readRecode,
  condition: readTruth,
  midpoint: readMidpoint,
  ratio: readRatio,
};

/** The answers of the chosen item, and those that the variable names though they are gone. */
export function codesToNumber(definition: Definition, member: DerivedVariable | null, itemId: string): number[] {
  const item = itemOf(definition, itemId);
  const own = member && 'item' in member && member.item === itemId ? numbersOf(member).map(([code]) => code) : [];
  return [...new Set([...(item ? optionsOf(definition, item) : []).map(({ code }) => code), ...own])];
}

/** The number typed for each answer; blanks are left out. */
function numbersByCode(values: FormValues, { definition, member }: Before): { item: string; numbers: Map<number, number> } {
  const item = valueIn(values, 'item');
  const codes = codesToNumber(definition, member, item);
  const typed = codes.map((code): [number, string] => [code, valueIn(values, numberField(item, code)).replace(',', '.')]);
  return { item, numbers: new Map(typed.flatMap(([code, text]) => (text === '' ? [] : [[code, Number(text)]]))) };
}

function readRecode(values: FormValues, before: Before): Reading<'recode'> {
  const { item, numbers } = numbersByCode(values, before);
  const { t } = before;
  const wrong = [...numbers].find(([, to]) => !Number.isInteger(to) || to < 0 || to > 9999);
  if (item === '') return { faults: [{ field: 'item', message: t('designMeasurement.cond_error_item') }] };
  if (wrong) return { faults: [{ field: numberField(item, wrong[0]), message: t('designMeasurement.error_new_code') }] };
  if (numbers.size === 0) return { faults: [{ field: 'item', message: t('designMeasurement.error_no_codes') }] };
  const targets = [...new Set(numbers.values())];
  const cases = targets.map((to) => ({ from: [...numbers].flatMap(([code, target]) => (target === to ? [code] : [])), to }));
  return { content: { type: 'recode', item, cases } };
}

function readMidpoint(values: FormValues, before: Before): Reading<'midpoint'> {
  const { item, numbers } = numbersByCode(values, before);
  const { t } = before;
  const validFrom = Number(valueIn(values, 'validFrom'));
  const faults: FieldFault[] = [];
  if (item === '') faults.push({ field: 'item', message: t('designMeasurement.cond_error_item') });
  else if (numbers.size === 0) faults.push({ field: 'item', message: t('designMeasurement.error_no_codes') });
  if (!Number.isInteger(validFrom) || validFrom < 1990 || validFrom > 2200)
    faults.push({ field: 'validFrom', message: t('designMeasurement.error_year') });
  const wrong = [...numbers].find(([, value]) => !(value > 0 && Number.isFinite(value)));
  if (wrong) faults.push({ field: numberField(item, wrong[0]), message: t('designMeasurement.error_midpoint') });
  if (faults.length > 0) return { faults };
  const midpoints = [...numbers].map(([code, value]) => ({ code, value }));
  return { content: { type: 'midpoint', item, validFrom, midpoints } };
}

function readRatio(values: FormValues, { t }: Before): Reading<'ratio'> {
  const [numerator, denominator] = [valueIn(values, 'numerator'), valueIn(values, 'denominator')];
  const missing = (['numerator', 'denominator'] as const).filter((name) => valueIn(values, name) === '');
  if (missing.length > 0) return { faults: missing.map((field) => ({ field, message: t('designMeasurement.error_ratio') })) };
  if (numerator === denominator) return { faults: [{ field: 'denominator', message: t('designMeasurement.error_ratio_same') }] };
  return { content: { type: 'ratio', numerator, denominator } };
}

function readTruth(values: FormValues, { definition, member, t }: Before): Reading<'condition'> {
  const current = member?.type === 'condition' ? member : undefined;
  const one = readRequiredCondition({ values, prefix: 'when', definition, current: current?.when, t });
  const zero = readCondition({ values, prefix: 'zeroWhen', definition, current: current?.zeroWhen, t });
  if ('faults' in one || 'faults' in zero)
    return { faults: [...('faults' in one ? one.faults : []), ...('faults' in zero ? zero.faults : [])] };
  const zeroWhen = zero.condition;
  return { content: { type: 'condition', when: one.condition, ...(zeroWhen && { zeroWhen }) } };
}
