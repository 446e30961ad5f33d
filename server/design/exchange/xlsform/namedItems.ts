import {
  itemsInOrder,
  optionsOf,
  type AnswerOption,
  type Definition,
  type Item,
  type OfferedSpecialCode,
} from '../../../../survey-definitions/contract/index.js';
import type { NamedItem } from './expressions/expressionFor.js';

/** Every item by its id, as it is named in a form; of two items with one id the first counts. */
export function namedItems(definition: Definition): Map<string, NamedItem> {
  const items = new Map<string, NamedItem>();
  for (const item of itemsInOrder(definition)) {
    if (items.has(item.id)) continue;
    items.set(item.id, { name: nameOf(item), type: item.type, choices: choicesOf(definition, item) });
  }
  return items;
}

export function nameOf({ id, name }: Item): string {
  return name ?? id;
}

export function choiceName({ code, name }: AnswerOption): string {
  return name ?? String(code);
}

/** A special answer stands in a list under its code, unless another answer of the list has that name. */
export function specialName(code: OfferedSpecialCode, options: readonly AnswerOption[]): string {
  return options.some((option) => choiceName(option) === String(code)) ? `special${code}` : String(code);
}

/** The special answers that stand among the answers of an item; a question without a list leaves them out. */
export function listedSpecial(item: Item): OfferedSpecialCode[] {
  return item.type === 'single' || item.type === 'scale' || item.type === 'multiple' ? item.special : [];
}

function choicesOf(definition: Definition, item: Item): ReadonlyMap<number, string> {
  const options = optionsOf(definition, item);
  return new Map([
    ...options.map((option): [number, string] => [option.code, choiceName(option)]),
    ...listedSpecial(item).map((code): [number, string] => [code, specialName(code, options)]),
  ]);
}
