import { questionsInOrder, type Definition } from '../../../survey-definitions/contract/index.js';

/** The number under which a question stands on paper and in the codebook, by its id. */
export type QuestionNumbers = ReadonlyMap<string, number>;

/** Questions are numbered from 1 in the order in which they are asked; notes have no number. */
export function questionNumbersOf(definition: Definition): QuestionNumbers {
  return new Map(questionsInOrder(definition).map(({ id }, at) => [id, at + 1]));
}
