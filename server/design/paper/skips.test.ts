import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeAnswers,
  questionsInOrder,
  SPECIAL,
  type Answers,
  type Definition,
} from '../../../survey-definitions/contract/index.js';
import { arbitraryAnswers } from '../../../test/definitions/arbitraryAnswers.js';
import { questionOf, researchers, residents } from '../../../test/definitions/builtIn.js';
import { definitionWith, rating, whole, yesNo } from '../../../test/definitions/smallDefinition.js';
import { conditionByNumbers } from './conditionByNumbers.js';
import { numbersInWords } from './paperQuestion.viewModels.js';
import { questionNumbersOf } from './questionNumbers.js';
import { skipsAfter } from './skips.js';

const arrows = (definition: Definition, id: string) =>
  Object.fromEntries(skipsAfter(definition, questionOf(definition, id)).arrows);

describe('on paper', () => {
  it('an arrow leads past the questions that an answer closes, and only from that answer', () => {
    expect(arrows(residents, 'emp_status')).toMatchObject({
      3: { to: 'question', id: 'settlement_type' },
      8: { to: 'question', id: 'settlement_type' },
    });
    expect(arrows(residents, 'emp_status')).not.toHaveProperty('1');
    expect(arrows(residents, 'd8_attends')).toEqual({
      0: { to: 'question', id: 'd9_school_teaching' },
      [-2]: { to: 'question', id: 'd9_school_teaching' },
    });
  });

  it('an answer that ends the questionnaire says so', () => {
    expect(arrows(residents, 'consent')).toEqual({ 0: { to: 'declined' } });
    expect(arrows(residents, 'age_group')).toEqual({ 0: { to: 'screenedOut' } });
  });

  it('the last question leads nowhere, and a filter before nothing but closed questions leads to the end', () => {
    const definition = definitionWith([
      yesNo('last_filter'),
      rating('why', { when: { item: 'last_filter', op: '==', value: 1 } }),
    ]);
    expect(arrows(definition, 'why')).toEqual({});
    expect(arrows(definition, 'last_filter')).toEqual({ 0: { to: 'end' }, [-2]: { to: 'end' } });
  });

  it('what a number or a far answer decides is said in a sentence, with every question once', () => {
    const { decidedLater } = skipsAfter(residents, questionOf(residents, 'hh_size'));
    expect(decidedLater.flatMap(({ ids }) => ids)).toEqual(['hh_child_1_6', 'hh_school_child', 'd3_family_health']);
    const far = definitionWith([rating('between'), rating('later', { when: { item: 'filter', op: '==', value: 1 } })]);
    expect(skipsAfter(far, questionOf(far, 'filter')).decidedLater.map(({ ids }) => ids)).toEqual([['later']]);
  });

  it('a condition names questions by their numbers', () => {
    const definition = definitionWith([whole('size'), rating('family', { when: { item: 'size', op: '>=', value: 2 } })]);
    const numbers = questionNumbersOf(definition);
    const { when } = questionOf(definition, 'family');
    const inWords = (['kk', 'ru', 'en'] as const).map((language) =>
      when ? conditionByNumbers(when, { definition, numbers, language }) : '',
    );
    for (const words of inWords) expect(words).toMatch(/\b3\b.*\b2\b|\b2\b.*\b3\b/);
  });

  it('numbers in a row are named by the first and the last', () => {
    expect(numbersInWords([13, 14, 15, 20])).toBe('13–15, 20');
    expect(numbersInWords([7])).toBe('7');
  });

  it.each([residents, researchers])(
    'nobody who follows the arrows of $id misses a question that they should be asked',
    (definition) => {
      fc.assert(
        fc.property(arbitraryAnswers(definition), (answers) => {
          expect(missedByArrows(definition, completeAnswers(definition, answers))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});

/** Questions that were to be answered and lie between an arrow and where it leads. */
function missedByArrows(definition: Definition, answers: Answers): string[] {
  const questions = questionsInOrder(definition);
  return questions.flatMap((question, at) => {
    const answer = answers[question.id];
    const skip = typeof answer === 'number' ? skipsAfter(definition, question).arrows.get(answer) : undefined;
    if (skip === undefined || skip.to === 'declined' || skip.to === 'screenedOut') return [];
    const landing = skip.to === 'question' ? questions.findIndex(({ id }) => id === skip.id) : questions.length;
    return questions.slice(at + 1, landing).flatMap(({ id }) => (answers[id] === SPECIAL.notAsked ? [] : [id]));
  });
}
