import {
  holds,
  isAsked,
  itemsOf,
  optionsOf,
  questionsInOrder,
  type Answers,
  type AnswerValue,
  type Condition,
  type Definition,
  type Question,
} from '../../../survey-definitions/contract/index.js';

const SAMPLE_TEXT = '…';
const SAMPLE_DATE = '2026-01-01';

/**
 * An answer to every question that is asked: the given one, else the first possible one that does not end the
 * questionnaire. Questions are walked from top to bottom, as respondents do.
 */
export function sampleAnswers(definition: Definition, given: Answers = {}): Answers {
  return samplerOf(definition)(given);
}

/** The same for many walks through one questionnaire. */
export function samplerOf(definition: Definition): (given: Answers) => Answers {
  const plan = questionsInOrder(definition).map((item) => ({
    item,
    candidates: possibleAnswers(definition, item),
    ends: definition.endings.map(({ when }) => when).filter((when) => itemsOf(when).includes(item.id)),
    codesWithText: codesWithText(definition, item),
  }));
  return (given) => {
    const answers: Answers = {};
    for (const { item, candidates, ends, codesWithText: withText } of plan) {
      if (!isAsked(item, answers)) continue;
      const value = given[item.id] ?? candidates.find((candidate) => goesOn(answers, item, candidate, ends)) ?? candidates[0];
      if (value === undefined) continue;
      answers[item.id] = value;
      if ([value].flat().some((code) => withText.has(code)))
        answers[`${item.id}__text`] = given[`${item.id}__text`] ?? SAMPLE_TEXT;
    }
    return answers;
  };
}

function goesOn(answers: Answers, { id }: Question, value: AnswerValue, ends: readonly Condition[]): boolean {
  return !ends.some((when) => holds(when, { ...answers, [id]: value }));
}

/** Substantive answers that are worth a try; of numbers the ends of the range, and those at the `named` limits of conditions. */
export function possibleAnswers(definition: Definition, item: Question, named: readonly number[] = []): AnswerValue[] {
  const codes = optionsOf(definition, item).map(({ code }) => code);
  switch (item.type) {
    case 'single':
    case 'scale':
      return codes;
    case 'multiple':
      return codes.map((code) => [code]);
    case 'ranking':
      return [codes];
    case 'integer':
    case 'decimal': {
      const limits = named.flatMap((value) => [value - 1, value, value + 1]);
      return [...new Set([item.min, ...limits.filter((value) => value > item.min && value < item.max), item.max])];
    }
    case 'text':
      return [SAMPLE_TEXT];
    case 'date':
      return [item.min ?? item.max ?? SAMPLE_DATE];
  }
}

/** The codes of "other, please specify". */
function codesWithText(definition: Definition, item: Question): ReadonlySet<number | string> {
  const options = item.type === 'ranking' ? [] : optionsOf(definition, item);
  return new Set(options.filter(({ text }) => text).map(({ code }) => code));
}
