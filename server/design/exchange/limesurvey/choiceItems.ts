import { codedAnswers, settingOf, specialOf, withOther, wordingOf, type Carrier } from './carrier.js';
import { fixedList, pointScale } from './fixedAnswers.js';
import type { LssPart, LssQuestion } from './questions.js';
import type { Variable } from './variables.js';

/** An item made of a question, with the subquestion that it stands for; with `choice`, one of its choices that equations may name. */
export interface Carried extends Variable {
  part?: LssPart;
}
export type ItemsOf = (question: LssQuestion, carrier: Carrier) => Carried[];

export const oneAnswer: ItemsOf = (question, carrier) => {
  const { options, codes } = withOther(codedAnswers(onScale(question.answers), carrier), question, carrier);
  const list = carrier.answers.list(options, `${question.code}_answers`);
  if (question.type === 'O') carrier.note('lss_comment');
  return [
    {
      item: { type: 'single', ...carrier.named(question.code), ...wordingOf(question, carrier), ...specialOf(question), list },
      codes,
    },
  ];
};

export const severalAnswers: ItemsOf = (question, carrier) => {
  const choices = onScale(question.subquestions);
  const { options, codes } = withOther(codedAnswers(choices, carrier), question, carrier);
  const list = carrier.answers.list(options, `${question.code}_answers`);
  if (question.type === 'P') carrier.note('lss_comment');
  if (choices.some(({ relevance }) => !['', '1'].includes(relevance.trim()))) carrier.note('lss_choice_conditions');
  const most = Number(settingOf(question, 'max_answers'));
  const limit = Number.isInteger(most) && most > 0 && options.length > 0 ? { maxChoices: Math.min(most, options.length) } : {};
  const item = {
    type: 'multiple',
    ...carrier.named(question.code),
    ...wordingOf(question, carrier),
    ...specialOf(question),
    list,
    ...limit,
  } as const;
  return [{ item, codes }, ...choices.map((part, at): Carried => ({ item, codes, part, choice: options[at]?.code ?? 0 }))];
};

/** Later versions keep what is ranked among the subquestions. */
export const ranking: ItemsOf = (question, carrier) => {
  const ranked = question.answers.length > 0 ? question.answers : question.subquestions;
  const { options, codes } = codedAnswers(onScale(ranked), carrier);
  const list = carrier.answers.list(options, `${question.code}_answers`);
  if (settingOf(question, 'max_answers') !== '') carrier.note('lss_ranks_all');
  return [
    {
      item: { type: 'ranking', ...carrier.named(question.code), ...wordingOf(question, carrier), ...specialOf(question), list },
      codes,
    },
  ];
};

export const yesOrNo: ItemsOf = (question, carrier) => fixed(question, carrier, 'yesno');
export const gender: ItemsOf = (question, carrier) => fixed(question, carrier, 'gender');

export const fivePoints: ItemsOf = (question, carrier) => {
  const { id: scale, codes } = pointScale(5, carrier);
  return [
    {
      item: { type: 'scale', ...carrier.named(question.code), ...wordingOf(question, carrier), ...specialOf(question), scale },
      codes,
    },
  ];
};

function fixed(question: LssQuestion, carrier: Carrier, name: 'yesno' | 'gender'): Carried[] {
  const { id: list, codes } = fixedList(name, carrier);
  return [
    {
      item: { type: 'single', ...carrier.named(question.code), ...wordingOf(question, carrier), ...specialOf(question), list },
      codes,
    },
  ];
}

function onScale(parts: readonly LssPart[]): LssPart[] {
  return parts.filter(({ scale }) => scale === '' || scale === '0');
}
