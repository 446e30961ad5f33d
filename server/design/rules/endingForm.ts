import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { Texts } from '../../i18n/index.js';
import { valueIn } from '../structure/formTexts.js';
import { readRequiredCondition } from './requiredCondition.js';

type EndingRule = Definition['endings'][number];

/** Rules have no id: a form says which rule it was made from, lest it change another that has moved to its place. */
export function sameRule(rule: EndingRule | undefined, values: FormValues): boolean {
  return values.was === undefined || values.was === writtenRule(rule);
}

export function writtenRule(rule: EndingRule | undefined): string {
  return JSON.stringify(rule ?? null);
}

export function readEnding(values: FormValues, before: { definition: Definition; member: EndingRule | null; t: Texts }) {
  const { definition, member, t } = before;
  const read = readRequiredCondition({ values, prefix: 'when', definition, current: member?.when, t });
  if ('faults' in read) return read;
  const ending = valueIn(values, 'ending') === 'declined' ? ('declined' as const) : ('screenedOut' as const);
  return { member: { when: read.condition, ending } };
}
