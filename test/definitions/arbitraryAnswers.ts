import fc from 'fast-check';
import {
  optionsOf,
  questionsInOrder,
  type Answers,
  type Definition,
  type Question,
} from '../../survey-definitions/contract/index.js';

/** Answers that a form could hand in: any possible value of any question, or none, whether it was asked or not. */
export function arbitraryAnswers(definition: Definition): fc.Arbitrary<Answers> {
  const fields = Object.fromEntries(questionsInOrder(definition).map((item) => [item.id, arbitraryAnswer(definition, item)]));
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

function arbitraryAnswer(definition: Definition, item: Question): fc.Arbitrary<number> {
  if (item.type === 'integer')
    return fc.oneof(fc.integer({ min: item.min, max: Math.min(item.max, 3) }), fc.constantFrom(...item.special));
  return fc.constantFrom(...optionsOf(definition, item).map((option) => option.code), ...item.special);
}
