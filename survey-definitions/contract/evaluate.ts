import type { Answers, AnswerValue } from './answers.js';
import { itemsOf, type Condition } from './condition.js';
import { itemsInOrder, questionsInOrder, type Definition, type Ending, type Section } from './definition.js';
import type { DerivedVariable } from './indicator.js';
import { isQuestion, type Item, type Question } from './item.js';
import { SPECIAL } from './specialCodes.js';

/**
 * Whether a condition holds for the answers stored so far. A missing or negative value makes a comparison false;
 * `in` may name a special code and then matches it.
 */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const value = answers[condition.item];
  if (typeof value !== 'number') return false;
  if (condition.op === 'in') return condition.values.includes(value);
  return value >= 0 && compare(value, condition.op, condition.value);
}

function compare(left: number, op: '==' | '!=' | '<' | '<=' | '>' | '>=', right: number): boolean {
  switch (op) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** Whether an item is asked, given the answers stored so far. */
export function isAsked(item: Item, answers: Answers): boolean {
  return item.when === undefined || holds(item.when, answers);
}

/**
 * The answers that count: those to items that are asked, walking the questionnaire from top to bottom, so that an
 * answer on a branch the respondent left does not count and cannot open another branch.
 */
export function answersThatCount(definition: Definition, answers: Answers): Answers {
  const counted: Answers = {};
  for (const item of questionsInOrder(definition)) {
    const value = answers[item.id];
    if (value === undefined || !isAsked(item, counted)) continue;
    counted[item.id] = value;
    const text = answers[`${item.id}__text`];
    if (text !== undefined && optionWithTextChosen(definition, item, value)) counted[`${item.id}__text`] = text;
  }
  return counted;
}

function optionWithTextChosen(definition: Definition, item: Question, value: AnswerValue): boolean {
  if (!('list' in item)) return false;
  const chosen = Array.isArray(value) ? value : [value];
  const options = definition.lists.find((list) => list.id === item.list)?.options ?? [];
  return options.some((option) => option.text === true && chosen.includes(option.code));
}

/** The complete record of a response: every question has its answer, −4 (not asked) or −5 (asked, no answer stored). */
export function completeAnswers(definition: Definition, answers: Answers): Answers {
  const counted = answersThatCount(definition, answers);
  const complete: Answers = {};
  for (const item of questionsInOrder(definition)) {
    complete[item.id] = counted[item.id] ?? (isAsked(item, counted) ? SPECIAL.missing : SPECIAL.notAsked);
    const text = counted[`${item.id}__text`];
    if (text !== undefined) complete[`${item.id}__text`] = text;
  }
  return complete;
}

/** Questions that are asked and have no answer yet, in order. */
export function unansweredQuestions(definition: Definition, answers: Answers): Question[] {
  const counted = answersThatCount(definition, answers);
  return questionsInOrder(definition).filter((item) => isAsked(item, counted) && counted[item.id] === undefined);
}

/** How the questionnaire ends early, by the first rule that holds; undefined while it goes on. */
export function endingOf(definition: Definition, answers: Answers): Ending | undefined {
  return definition.endings.find((rule) => holds(rule.when, answers))?.ending;
}

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

/** The analysis populations that a respondent belongs to, in the order of the definition. */
export function analysisPopulationsOf(definition: Definition, answers: Answers): string[] {
  return definition.analysisPopulations
    .filter((population) => holds(population.rule, answers))
    .map((population) => population.id);
}

/** Derived values of a complete response; a special code where an input is missing (the code of the first missing input). */
export function derivedValuesOf(definition: Definition, complete: Answers): Record<string, number> {
  const values: Record<string, number> = {};
  for (const variable of definition.derived) values[variable.id] = derive(variable, { ...complete, ...values });
  return values;
}

function derive(variable: DerivedVariable, values: Answers): number {
  const numberOf = (id: string): number => {
    const value = values[id];
    return typeof value === 'number' ? value : SPECIAL.missing;
  };
  switch (variable.type) {
    case 'condition':
      return holds(variable.when, values) ? 1 : 0;
    case 'recode': {
      const code = numberOf(variable.item);
      return code < 0 ? code : (variable.cases.find((entry) => entry.from.includes(code))?.to ?? SPECIAL.missing);
    }
    case 'midpoint': {
      const code = numberOf(variable.item);
      return code < 0 ? code : (variable.midpoints.find((entry) => entry.code === code)?.value ?? SPECIAL.missing);
    }
    case 'ratio': {
      const numerator = numberOf(variable.numerator);
      const denominator = numberOf(variable.denominator);
      if (numerator < 0) return numerator;
      if (denominator <= 0) return denominator < 0 ? denominator : SPECIAL.missing;
      return numerator / denominator;
    }
  }
}
