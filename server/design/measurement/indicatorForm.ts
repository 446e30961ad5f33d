import {
  IndicatorCodeSchema,
  itemsInOrder,
  type Definition,
  type Indicator,
} from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { idFromText } from '../structure/edits/idFromText.js';
import { optionalTextFrom, textFrom, textValues, valueIn } from '../structure/formTexts.js';
import { idFaultsAmong } from './memberIds.js';
import { nextFreeCode } from './indicatorCodes.js';

/** The field that says whether an item belongs to the indicator, and in which direction. */
export function directionField(item: string): string {
  return `direction.${item}`;
}

/** An indicator as its form shows it; a new one with the code that is free. */
export function indicatorValues(definition: Definition, indicator: Indicator | null): FormValues {
  if (indicator === null) return { code: nextFreeCode(definition), minValid: '1', construct: 'formative' };
  const { id, code, name, shortName, base, items, minValid, construct, comparator = '' } = indicator;
  return {
    id,
    code,
    minValid: String(minValid),
    construct,
    comparator,
    ...textValues('name', name),
    ...textValues('shortName', shortName),
    ...textValues('base', base),
    ...Object.fromEntries(items.map(({ item, direction }) => [directionField(item), direction])),
  };
}

/** The items that may feed an indicator: those with a scale, after those that it has already. */
export function itemsToChoose(definition: Definition, indicator: Indicator | null): string[] {
  const own = indicator?.items.map(({ item }) => item) ?? [];
  const scored = itemsInOrder(definition).flatMap((item) => (item.type === 'scale' ? [item.id] : []));
  return [...new Set([...own, ...scored])];
}

interface Before {
  definition: Definition;
  member: Indicator | null;
  t: Texts;
}

export function readIndicator(
  values: FormValues,
  { definition, member, t }: Before,
): { member: Indicator } | { faults: FieldFault[] } {
  const others = definition.indicators.filter((indicator) => indicator !== member);
  const taken = new Set(others.map(({ id }) => id));
  const name = textFrom(values, 'name');
  const id = valueIn(values, 'id') || idFromText(name, 'indicator', taken);
  const code = valueIn(values, 'code').toUpperCase();
  const minValid = Number(valueIn(values, 'minValid'));
  const items = itemsToChoose(definition, member).flatMap((item) => {
    const direction = valueIn(values, directionField(item));
    return direction === '+' || direction === '-' ? [{ item, direction } as const] : [];
  });
  const faults = [...idFaultsAmong(id, taken, t), ...codeFaults(code, others, t), ...minimumFaults(minValid, items.length, t)];
  if (faults.length > 0) return { faults };
  const construct = valueIn(values, 'construct') === 'reflective' ? 'reflective' : 'formative';
  const base = optionalTextFrom(values, 'base');
  const comparator = valueIn(values, 'comparator');
  const chosen = itemsInOrder(definition).some((item) => item.id === comparator) || comparator === member?.comparator;
  return {
    member: {
      id,
      code,
      name,
      shortName: textFrom(values, 'shortName'),
      items,
      minValid,
      construct,
      ...(base && { base }),
      ...(chosen && comparator !== '' && { comparator }),
    },
  };
}

function codeFaults(code: string, others: readonly Indicator[], t: Texts): FieldFault[] {
  if (!IndicatorCodeSchema.safeParse(code).success) return [{ field: 'code', message: t('designMeasurement.error_code') }];
  const holder = others.find((indicator) => indicator.code === code);
  return holder ? [{ field: 'code', message: t('designMeasurement.error_code_taken', { id: holder.id }) }] : [];
}

/** An indicator without items is unfinished, not wrong: its minimum is looked at when there are some. */
function minimumFaults(minValid: number, items: number, t: Texts): FieldFault[] {
  if (!Number.isInteger(minValid) || minValid < 1)
    return [{ field: 'minValid', message: t('designMeasurement.error_min_valid') }];
  if (items === 0 || minValid <= items) return [];
  return [{ field: 'minValid', message: t('designMeasurement.error_min_valid_above', { n: items }) }];
}
