import {
  holds,
  isQuestion,
  itemsInOrder,
  itemsOf,
  optionsOf,
  type Definition,
  type Ending,
  type Item,
  type Question,
} from '../../../survey-definitions/contract/index.js';

/** Where somebody who gave an answer goes on, if not to the next question. */
export type Skip = { to: 'question'; id: string } | { to: 'end' } | { to: Ending };

/** What is said on paper where a filter is answered. */
export interface FilterSkips {
  /** By code of the answer. */
  arrows: ReadonlyMap<number, Skip>;
  /** Later questions that this answer decides about and no arrow leads past, in runs with the same condition. */
  decidedLater: { when: NonNullable<Item['when']>; ids: string[] }[];
  /** Endings that the answer decides about and no arrow says. */
  endings: Definition['endings'];
}

/** Derives from the conditions of the questions what a reader of paper must be told at the filter. */
export function skipsAfter(definition: Definition, question: Question): FilterSkips {
  const items = itemsInOrder(definition);
  const following = items.slice(items.indexOf(question) + 1);
  const behind = following.findIndex((item) => !dependsOnlyOn(item, question));
  const nextBlock = following.slice(0, behind === -1 ? following.length : behind);
  const isCoded = question.type === 'single' || question.type === 'scale';
  const codes = isCoded ? [...optionsOf(definition, question).map(({ code }) => code), ...question.special] : [];
  return {
    arrows: new Map(codes.flatMap((code) => arrowsOf(definition, question, code, following))),
    decidedLater: runsOf(following.filter((item) => mentions(item, question) && !(isCoded && nextBlock.includes(item)))),
    endings: definition.endings.filter(
      ({ when }) => itemsOf(when).at(-1) === question.id && !(isCoded && itemsOf(when).length === 1),
    ),
  };
}

function arrowsOf(definition: Definition, { id }: Question, code: number, following: readonly Item[]): [number, Skip][] {
  const ending = definition.endings.find(({ when }) => itemsOf(when).every((item) => item === id) && holds(when, { [id]: code }));
  if (ending) return [[code, { to: ending.ending }]];
  const skipped = (item: Item): boolean =>
    item.when !== undefined && itemsOf(item.when).every((other) => other === id) && !holds(item.when, { [id]: code });
  if (following.length === 0) return [];
  const landing = following.findIndex((item) => !skipped(item));
  if (landing === 0) return [];
  const next = landing === -1 ? undefined : following.slice(landing).find(isQuestion);
  return [[code, next ? { to: 'question', id: next.id } : { to: 'end' }]];
}

function dependsOnlyOn({ when }: Item, { id }: Question): boolean {
  return when !== undefined && itemsOf(when).every((item) => item === id);
}

function mentions({ when }: Item, { id }: Question): boolean {
  return when !== undefined && itemsOf(when).includes(id);
}

/** Questions under the same condition are named together. */
function runsOf(items: readonly Item[]): FilterSkips['decidedLater'] {
  const runs = new Map<string, FilterSkips['decidedLater'][number]>();
  for (const { id, when, type } of items) {
    if (when === undefined || type === 'note') continue;
    const key = JSON.stringify(when);
    const run = runs.get(key);
    if (run) run.ids.push(id);
    else runs.set(key, { when, ids: [id] });
  }
  return [...runs.values()];
}
