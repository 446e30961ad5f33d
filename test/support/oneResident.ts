import { isAsked, optionsOf, questionsInOrder, type Answers, type Definition } from '../../survey-definitions/contract/index.js';

/** A resident with a stated life satisfaction and the middle answer everywhere else; nobody has children or studies. */
export function answersOfOneResident(definition: Definition, lifeSatisfaction: number): Answers {
  const answers: Answers = {};
  for (const item of questionsInOrder(definition)) {
    if (!isAsked(item, answers)) continue;
    const codes = optionsOf(definition, item).map((option) => option.code);
    if (item.id === 'd1_life_satisfaction') answers[item.id] = lifeSatisfaction;
    else if (item.type === 'integer') answers[item.id] = 2;
    else if (['consent', 's_resident'].includes(item.id)) answers[item.id] = 1;
    else if (codes.includes(0) && codes.length === 2) answers[item.id] = 0;
    else answers[item.id] = codes[Math.floor(codes.length / 2)] ?? -2;
  }
  return answers;
}
