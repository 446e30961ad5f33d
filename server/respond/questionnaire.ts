import {
  isQuestion,
  pagesOf,
  unansweredQuestions,
  type Answers,
  type Definition,
  type Page,
} from '../../survey-definitions/contract/index.js';

/** Where a respondent stands: the pages that the answers lead to, and the first one with an open question. */
export interface Standing {
  pages: Page[];
  /** Undefined once every question has its answer. */
  firstOpen: Page | undefined;
}

export function standingOf(definition: Definition, answers: Answers): Standing {
  const pages = pagesOf(definition, answers);
  const open = new Set(unansweredQuestions(definition, answers).map((item) => item.id));
  return { pages, firstOpen: pages.find((page) => page.items.some((item) => isQuestion(item) && open.has(item.id))) };
}

/** A page of the address, if the answers so far lead to it; pages behind an open question are not reached yet. */
export function reachedPage({ pages, firstOpen }: Standing, pageId: string): Page | undefined {
  const reached = firstOpen ? pages.slice(0, pages.indexOf(firstOpen) + 1) : pages;
  return reached.find((page) => page.id === pageId);
}

/** The next page after one whose answers have just been saved; undefined = all answered, check them. */
export function pageAfter(definition: Definition, { pages, firstOpen }: Standing, pageId: string): Page | undefined {
  const order = definition.sections.flatMap((section) => section.items.map((item) => item.id));
  const next = pages.find((page) => order.indexOf(page.id) > order.indexOf(pageId));
  if (!firstOpen || !next) return next ?? firstOpen;
  return order.indexOf(firstOpen.id) < order.indexOf(next.id) ? firstOpen : next;
}

export function pageBefore({ pages }: Standing, pageId: string): Page | undefined {
  return pages[pages.findIndex((page) => page.id === pageId) - 1];
}
