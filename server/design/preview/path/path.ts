import {
  answersThatCount,
  comparisonsOf,
  holds,
  isQuestion,
  itemsInOrder,
  itemsOf,
  pagesOf,
  type Answers,
  type Condition,
  type Definition,
  type Ending,
  type Item,
  type Page,
} from '../../../../survey-definitions/contract/index.js';
import { truthOf, type Truth } from './truth.js';

/** `depends`: whether it is asked depends on a question without an answer; `notReached`: the questionnaire ended before. */
export type StepState = 'asked' | 'notAsked' | 'depends' | 'notReached';

/** One item of the questionnaire and why it is asked or not. */
export interface PathStep {
  item: Item;
  state: StepState;
  /** Each comparison of its condition with its own truth; none for an item that everybody is asked. */
  parts: { comparison: Condition & { item: string }; truth: Truth }[];
}

/** Where the answers lead. */
export interface Path {
  /** The answers that count. */
  answers: Answers;
  steps: PathStep[];
  /** The pages that are shown. */
  pages: Page[];
  /** The rule that ends the questionnaire early, with the page after which it does. */
  ending: { ending: Ending; page: Page; when: Condition } | null;
  /** The first question that waits for an answer; null where all are answered or the questionnaire ends before. */
  firstOpen: Item | null;
}

export function pathOf(definition: Definition, given: Answers): Path {
  const answers = answersThatCount(definition, given);
  const pages = pagesOf(definition, answers);
  const ending = earlyEnd(definition, pages, answers);
  const reached = ending ? pages.slice(0, pages.indexOf(ending.page) + 1) : pages;
  const steps = stepsOf(definition, answers, ending?.page.items.at(-1)?.id);
  const waits = ({ item, state }: PathStep) => state === 'asked' && isQuestion(item) && answers[item.id] === undefined;
  return {
    answers: ending ? answersTo(answers, idsOn(reached)) : answers,
    steps,
    pages: reached,
    ending,
    firstOpen: ending ? null : (steps.find(waits)?.item ?? null),
  };
}

function stepsOf(definition: Definition, answers: Answers, lastReached: string | undefined): PathStep[] {
  const open = new Set<string>();
  const items = itemsInOrder(definition);
  const end = items.findIndex(({ id }) => id === lastReached);
  return items.map((item, at) => {
    const truth = item.when ? truthOf(item.when, answers, open) : 'yes';
    const parts = (item.when ? comparisonsOf(item.when) : []).map((comparison) => ({
      comparison,
      truth: truthOf(comparison, answers, open),
    }));
    if (truth === 'open' || (truth === 'yes' && isQuestion(item) && answers[item.id] === undefined)) open.add(item.id);
    return { item, state: end >= 0 && at > end ? 'notReached' : STATES[truth], parts };
  });
}

const STATES = { yes: 'asked', no: 'notAsked', open: 'depends' } as const;

/** Respondents answer page by page; after each one the ending rules are asked, which only their own items can fulfil. */
function earlyEnd({ endings }: Definition, pages: readonly Page[], answers: Answers): Path['ending'] {
  const deciding = new Set(endings.flatMap(({ when }) => itemsOf(when)));
  for (const [at, page] of pages.entries()) {
    if (at > 0 && !page.items.some(({ id }) => deciding.has(id))) continue;
    const sofar = answersTo(answers, idsOn(pages.slice(0, at + 1)));
    const rule = endings.find(({ when }) => holds(when, sofar));
    if (rule) return { ...rule, page };
  }
  return null;
}

function idsOn(pages: readonly Page[]): string[] {
  return pages.flatMap(({ items }) => items.map(({ id }) => id));
}

function answersTo(answers: Answers, items: readonly string[]): Answers {
  const kept = new Set(items);
  return Object.fromEntries(Object.entries(answers).filter(([field]) => kept.has(field.replace(/__text$/, ''))));
}
