import {
  isQuestion,
  itemsInOrder,
  placeholdersIn,
  textsOf,
  type Definition,
  type Item,
} from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import { listedSpecial } from './namedItems.js';

/** What a plain form cannot express: the sentence `designExchange.<kind>` and its values. */
export interface PlainNote {
  kind: Extract<ImportNote['kind'], `plain_${string}`>;
  values: Record<string, string | number>;
}

/** What other programs will not show or do when they read the questionnaire as XLSForm. Here, nothing of it is lost. */
export function plainNotes(definition: Definition): PlainNote[] {
  const items = itemsInOrder(definition);
  const named = (found: { id: string }[]): string => found.map(({ id }) => id).join(', ');
  const layouts = definition.scales.filter(({ layout }) => layout !== 'list');
  const typed = items.filter((item) => isQuestion(item) && item.special.length > listedSpecial(item).length);
  const withPlaceholders = textsOf(definition).filter(({ text }) => placeholdersIn(text.kk + text.ru + text.en).length > 0);
  const randomised = definition.sections.filter((section) => section.randomised.length > 0);
  const notes: [PlainNote['kind'], boolean, PlainNote['values']][] = [
    ['plain_texts', true, {}],
    ['plain_special', typed.length > 0, { items: named(typed) }],
    ['plain_layouts', layouts.length > 0, { scales: named(layouts) }],
    ['plain_randomised', randomised.length > 0, { sections: named(randomised) }],
    ['plain_endings', definition.endings.length > 0, {}],
    ['plain_placeholders', withPlaceholders.length > 0, { n: withPlaceholders.length }],
    ['plain_decimals', items.some(({ type }) => type === 'decimal'), { items: named(items.filter(isDecimal)) }],
    ['plain_measurement', true, { n: definition.indicators.length }],
    ['plain_statuses', true, {}],
  ];
  return notes.filter(([, said]) => said).map(([kind, , values]) => ({ kind, values }));
}

function isDecimal({ type }: Item): boolean {
  return type === 'decimal';
}
