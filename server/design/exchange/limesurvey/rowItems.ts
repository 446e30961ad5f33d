import { codedAnswers, rowWordingOf, specialOf, type Carrier } from './carrier.js';
import type { Carried, ItemsOf } from './choiceItems.js';
import { fixedScale, pointScale, type AnswerSet } from './fixedAnswers.js';
import type { LssPart, LssQuestion } from './questions.js';

/** Arrays: each row becomes an item of its own, with the answers that all rows share. */
export const fivePointRows: ItemsOf = (question, carrier) => scaleRows(question, carrier, pointScale(5, carrier));
export const tenPointRows: ItemsOf = (question, carrier) => scaleRows(question, carrier, pointScale(10, carrier));
export const yesUncertainNoRows: ItemsOf = (question, carrier) =>
  scaleRows(question, carrier, fixedScale('yes_uncertain_no', carrier));
export const changeRows: ItemsOf = (question, carrier) => scaleRows(question, carrier, fixedScale('change', carrier));

/** Where the codes do not rise by one there is no scale, and the answers stay a list. */
export const answerRows: ItemsOf = (question, carrier) => {
  const { options, codes } = codedAnswers(
    question.answers.filter(({ scale }) => scale === '' || scale === '0'),
    carrier,
  );
  const rising = options.toSorted((a, b) => a.code - b.code);
  const isScale = rising.every(({ code }, at) => code === (rising[0]?.code ?? 0) + at);
  if (!isScale) {
    const list = carrier.answers.list(options, `${question.code}_answers`);
    carrier.note('lss_no_scale');
    return rowsOf(question).map((part) => ({ item: { type: 'single', ...common(question, part, carrier), list }, codes, part }));
  }
  if (rising.some((option, at) => option !== options[at])) carrier.note('lss_scale_order');
  return scaleRows(question, carrier, { id: carrier.answers.scale(rising, 'list', `${question.code}_answers`), codes });
};

function scaleRows(question: LssQuestion, carrier: Carrier, { id: scale, codes }: AnswerSet): Carried[] {
  return rowsOf(question).map((part) => ({ item: { type: 'scale', ...common(question, part, carrier), scale }, codes, part }));
}

/** What the item of one row has, whatever its answers. */
export function common(question: LssQuestion, part: LssPart, carrier: Carrier) {
  return { ...carrier.named(`${question.code}_${part.code}`), ...rowWordingOf(question, part, carrier), ...specialOf(question) };
}

export function rowsOf({ subquestions }: LssQuestion): LssPart[] {
  return subquestions.filter(({ scale }) => scale === '' || scale === '0');
}
