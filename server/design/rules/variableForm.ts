import { optionsOf, type Definition, type DerivedVariable, type Item } from '../../../survey-definitions/contract/index.js';
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

/** A variable as its form shows it. */
export function variableValues(variable: DerivedVariable): FormValues {
  const { id, type } = variable;
  switch (type) {
    case 'recode':
      return { id, type, item: variable.item, ...fieldsFrom(recodedCodes(variable).map(([code, to]) => [`to.${code}`, to])) };
    case 'midpoint': {
      const values = variable.midpoints.map(({ code, value }): [string, number] => [`value.${code}`, value]);
      return { id, type, item: variable.item, validFrom: String(variable.validFrom), ...fieldsFrom(values) };
    }
    case 'ratio':
      return { id, type, numerator: variable.numerator, denominator: variable.denominator };
    case 'condition':
      return { id, type };
  }
}

function recodedCodes({ cases }: Extract<DerivedVariable, { type: 'recode' }>): [number, number][] {
  return cases.flatMap(({ from, to }) => from.map((code): [number, number] => [code, to]));
}

function fieldsFrom(entries: [string, number][]): FormValues {
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
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

/** The answers that the chosen item has, each with the number typed for it; blanks are left out. */
function numbersByCode(
  values: FormValues,
  prefix: string,
  { definition, member }: Before,
): { item: string; numbers: Map<number, number> } {
  const item = valueIn(values, 'item');
  const known = member && 'item' in member && member.item === item ? Object.keys(variableValues(member)) : [];
  const offered = codesOf(definition, itemOf(definition, item));
  const stray = known.filter((name) => name.startsWith(`${prefix}.`)).map((name) => Number(name.slice(prefix.length + 1)));
  const codes = [...new Set([...offered, ...stray])];
  const typed = codes.map((code): [number, string] => [code, valueIn(values, `${prefix}.${code}`)]);
  return {
    item,
    numbers: new Map(typed.flatMap(([code, text]) => (text === '' ? [] : [[code, Number(text.replace(',', '.'))]]))),
  };
}

export function codesOf(definition: Definition, item: Item | undefined): number[] {
  return item ? optionsOf(definition, item).map(({ code }) => code) : [];
}

function readRecode(values: FormValues, before: Before): Reading<'recode'> {
  const { item, numbers } = numbersByCode(values, 'to', before);
  const { t } = before;
  const wrong = [...numbers].find(([, to]) => !Number.isInteger(to) || to < 0 || to > 9999);
  if (item === '') return { faults: [{ field: 'item', message: t('designMeasurement.cond_error_item') }] };
  if (wrong) return { faults: [{ field: `to.${wrong[0]}`, message: t('designMeasurement.error_new_code') }] };
  if (numbers.size === 0) return { faults: [{ field: 'item', message: t('designMeasurement.error_no_codes') }] };
  const targets = [...new Set(numbers.values())];
  const cases = targets.map((to) => ({ from: [...numbers].flatMap(([code, target]) => (target === to ? [code] : [])), to }));
  return { content: { type: 'recode', item, cases } };
}

function readMidpoint(values: FormValues, before: Before): Reading<'midpoint'> {
  const { item, numbers } = numbersByCode(values, 'value', before);
  const { t } = before;
  const validFrom = Number(valueIn(values, 'validFrom'));
  const faults: FieldFault[] = [];
  if (item === '') faults.push({ field: 'item', message: t('designMeasurement.cond_error_item') });
  else if (numbers.size === 0) faults.push({ field: 'item', message: t('designMeasurement.error_no_codes') });
  if (!Number.isInteger(validFrom) || validFrom < 1990 || validFrom > 2200)
    faults.push({ field: 'validFrom', message: t('designMeasurement.error_year') });
  const wrong = [...numbers].find(([, value]) => !(value > 0 && Number.isFinite(value)));
  if (wrong) faults.push({ field: `value.${wrong[0]}`, message: t('designMeasurement.error_midpoint') });
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
