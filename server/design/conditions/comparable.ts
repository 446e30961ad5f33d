import {
  itemsInOrder,
  optionsOf,
  questionsInOrder,
  SPECIAL,
  type Definition,
  type Item,
  type Question,
} from '../../../survey-definitions/contract/index.js';

/**
 * How answers are compared: one code, several codes, or a number. Texts, dates and rankings have no number, and of an
 * item that does not exist nothing is known but what somebody typed.
 */
export type Comparability = 'coded' | 'several' | 'number' | 'unknown';

export function comparabilityOf(item: Item | undefined): Comparability {
  if (item?.type === 'single' || item?.type === 'scale') return 'coded';
  if (item?.type === 'multiple') return 'several';
  return item?.type === 'integer' || item?.type === 'decimal' ? 'number' : 'unknown';
}

/** Questions that a condition may look at. */
export function comparableQuestions(definition: Definition): Question[] {
  return questionsInOrder(definition).filter((item) => comparabilityOf(item) !== 'unknown');
}

/** Those that stand before an item, where its own condition may look; all where the item does not exist yet. */
export function comparableQuestionsBefore(definition: Definition, itemId: string): Question[] {
  const order = itemsInOrder(definition).map(({ id }) => id);
  const at = order.includes(itemId) ? order.indexOf(itemId) : order.length;
  return comparableQuestions(definition).filter(({ id }) => order.indexOf(id) < at);
}

/**
 * When a rule is applied: while somebody answers, or to a complete record, in which the system has also written why an
 * answer is missing.
 */
export type RuleMoment = 'asked' | 'stored';

/** The codes that a rule may name for an item: its answers, then the special answers. */
export function codesToName(definition: Definition, item: Item | undefined, moment: RuleMoment): number[] {
  if (item === undefined || !('special' in item)) return [];
  const system = moment === 'stored' ? [SPECIAL.notAsked, SPECIAL.missing] : [];
  return [...optionsOf(definition, item).map(({ code }) => code), ...item.special, ...system];
}
