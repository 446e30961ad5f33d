import {
  holds,
  isAsked,
  optionsOf,
  questionsInOrder,
  type Answers,
  type AnswerValue,
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
  const answers: Answers = {};
  for (const item of questionsInOrder(definition)) {
    if (!isAsked(item, answers)) continue;
    const goesOn = (value: AnswerValue) => !definition.endings.some((rule) => holds(rule.when, { ...answers, [item.id]: value }));
    const candidates = possibleAnswers(definition, item);
    const value = given[item.id] ?? candidates.find(goesOn) ?? candidates[0];
    if (value === undefined) continue;
    answers[item.id] = value;
    if (needsText(definition, item, value)) answers[`${item.id}__text`] = given[`${item.id}__text`] ?? SAMPLE_TEXT;
  }
  return answers;
}

/** Substantive answers that are worth a try, the most ordinary first. */
function possibleAnswers(definition: Definition, item: Question): AnswerValue[] {
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
    case 'decimal':
      return [...new Set([item.min, item.max])];
    case 'text':
      return [SAMPLE_TEXT];
    case 'date':
      return [item.min ?? item.max ?? SAMPLE_DATE];
  }
}

function needsText(definition: Definition, item: Question, value: AnswerValue): boolean {
  return item.type !== 'ranking' && optionsOf(definition, item).some(({ code, text }) => text && [value].flat().includes(code));
}
