import type { Answers } from './answers.js';
import { itemsOf } from './condition.js';
import { itemsInOrder, type Definition, type Section } from './definition.js';
import { answersThatCount, holds, isAsked } from './evaluate.js';
import { isQuestion, type Item } from './item.js';

/** A page: the items of one section that are shown together. Its id is the id of its first item. */
export interface Page {
  id: string;
  section: Section;
  items: Item[];
}

/**
 * The pages that the answers so far lead to. An item that depends on an item of the same page starts the next one;
 * items that are not asked are left out, and a page left with no item is skipped.
 */
export function pagesOf(definition: Definition, answers: Answers): Page[] {
  const counted = answersThatCount(definition, answers);
  return definition.sections.flatMap((section) =>
    splitByDependence(section.items)
      .map((items) => items.filter((item) => isAsked(item, counted)))
      .flatMap((items) => (items[0] ? [{ id: items[0].id, section, items }] : [])),
  );
}

function splitByDependence(items: Item[]): Item[][] {
  const pages: Item[][] = [];
  let current: Item[] = [];
  for (const item of items) {
    const onThisPage = new Set(current.map((earlier) => earlier.id));
    if (item.when && itemsOf(item.when).some((id) => onThisPage.has(id))) {
      pages.push(current);
      current = [];
    }
    current.push(item);
  }
  return [...pages, current];
}

/** Titled sections that are or may still be shown: the parts of "Part n of N". */
export function partsOf(definition: Definition, answers: Answers): Section[] {
  const counted = answersThatCount(definition, answers);
  const decided = (item: Item): boolean =>
    item.when === undefined || itemsOf(item.when).every((id) => isDecided(definition, id, counted));
  return definition.sections.filter(
    (section) =>
      section.title !== undefined && section.items.some((item) => isQuestion(item) && (!decided(item) || isAsked(item, counted))),
  );
}

/** An item is decided once it has an answer or is certain not to be asked. */
function isDecided(definition: Definition, itemId: string, counted: Answers): boolean {
  if (counted[itemId] !== undefined) return true;
  const when = itemsInOrder(definition).find((item) => item.id === itemId)?.when;
  return when !== undefined && itemsOf(when).every((id) => isDecided(definition, id, counted)) && !holds(when, counted);
}
