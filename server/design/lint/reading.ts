import {
  itemsInOrder,
  optionsOf,
  textsOf,
  type Definition,
  type Item,
  type KeyedText,
} from '../../../survey-definitions/contract/index.js';
import type { Finding } from './finding.js';

/** What the checks are made against besides the draft itself; without it they say less. */
export interface LintContext {
  /** The newest published version of the same questionnaire. */
  published?: Definition | undefined;
  /** The questionnaires that come with the platform. */
  builtIn?: readonly Definition[];
}

/** A draft as the checks read it: looked through once, then asked by all of them. */
export interface Reading extends Required<LintContext> {
  draft: Definition;
  items: readonly Item[];
  byId: ReadonlyMap<string, Item>;
  /** Where an item stands in the order of asking; the first of two with one id. */
  position: ReadonlyMap<string, number>;
  texts: readonly KeyedText[];
}

export type Check = (reading: Reading) => Finding[];

export function readingOf(draft: Definition, { published, builtIn = [] }: LintContext): Reading {
  const items = itemsInOrder(draft);
  const first = items.map((item, at) => [item.id, at] as const).reverse();
  return {
    draft,
    published,
    builtIn,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    position: new Map(first),
    texts: textsOf(draft),
  };
}

/** The substantive codes of an item that has codes; undefined where any number may stand or its list does not exist. */
export function codesOf(draft: Definition, item: Item): number[] | undefined {
  const options = optionsOf(draft, item);
  return options.length === 0 ? undefined : options.map(({ code }) => code);
}
