import type { Answers, AnswerValue } from './answers.js';
import type { Condition } from './condition.js';
import { questionsInOrder, type Definition, type Ending } from './definition.js';
import type { Item, Question } from './item.js';
import { SPECIAL } from './specialCodes.js';

/**
 * Whether a condition holds for the answers stored so far. A missing or negative value makes a comparison false;
 * `in` may name a special code and then matches it. For a multiple choice `in` asks whether one of the codes was chosen.
 */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const value = answers[condition.item];
  if (condition.op === 'in') return [value].flat().some((code) => typeof code === 'number' && condition.values.includes(code));
  return typeof value === 'number' && value >= 0 && compare(value, condition.op, condition.value);
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
 * answer on a branch the respondent left does not count and cannot open another branch. The system's codes −4 and −5
 * of a complete record are no answers.
 */
export function answersThatCount(definition: Definition, answers: Answers): Answers {
  const counted: Answers = {};
  for (const item of questionsInOrder(definition)) {
    const value = answers[item.id];
    if (value === undefined || isSetBySystem(value) || !isAsked(item, counted)) continue;
    counted[item.id] = value;
    const text = answers[`${item.id}__text`];
    if (text !== undefined && optionWithTextChosen(definition, item, value)) counted[`${item.id}__text`] = text;
  }
  return counted;
}

function isSetBySystem(value: AnswerValue): boolean {
  return value === SPECIAL.notAsked || value === SPECIAL.missing;
}

function optionWithTextChosen(definition: Definition, item: Question, value: AnswerValue): boolean {
  if (!('list' in item)) return false;
  const chosen = Array.isArray(value) ? value : [value];
  const options = definition.lists.find((list) => list.id === item.list)?.options ?? [];
  return options.some((option) => option.text === true && chosen.includes(option.code));
}

/**
 * The complete record of a response: every question has its answer, −4 (not asked) or −5 (asked, no answer stored).
 * Where a filter itself has no answer, because the respondent stopped before it, the questions behind it are −4:
 * the rule that would have asked them never held.
 */
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
  const counted = answersThatCount(definition, answers);
  return definition.endings.find((rule) => holds(rule.when, counted))?.ending;
}

/** The analysis populations that a respondent belongs to, in the order of the definition. */
export function analysisPopulationsOf(definition: Definition, answers: Answers): string[] {
  return definition.analysisPopulations
    .filter((population) => holds(population.rule, answers))
    .map((population) => population.id);
}
