import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersSchemaFor,
  answersThatCount,
  completeAnswers,
  derivedValuesOf,
  isAsked,
  pagesOf,
  questionsInOrder,
  unansweredQuestions,
  type Definition,
} from '../../survey-definitions/contract/index.js';
import { arbitraryAnswers } from './arbitraryAnswers.js';
import { researchers, residents } from './builtIn.js';

const runs = { numRuns: 150 };
const both: [string, Definition][] = [
  ['residents', residents],
  ['researchers', researchers],
];

describe.each(both)('for whatever %s answer', (_, definition) => {
  const answers = arbitraryAnswers(definition);
  const questions = questionsInOrder(definition);

  test('the complete record holds exactly one value for every question', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(Object.keys(completeAnswers(definition, given)).sort()).toEqual(questions.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  test('no answer on a branch that was left is kept, and no answer to an asked question is lost', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const complete = completeAnswers(definition, given);
        for (const question of questions) {
          const wanted = isAsked(question, complete) ? (given[question.id] ?? -5) : -4;
          expect(complete[question.id]).toBe(wanted);
        }
      }),
      runs,
    );
  });

  test('sorting out the answers that count once is enough, and completing again changes nothing', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const counted = answersThatCount(definition, given);
        expect(answersThatCount(definition, counted)).toEqual(counted);
        const complete = completeAnswers(definition, given);
        expect(completeAnswers(definition, complete)).toEqual(complete);
        expect(completeAnswers(definition, counted)).toEqual(complete);
      }),
      runs,
    );
  });

  test('the pages show every asked question once, in order, and unanswered ones are among them', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const shown = pagesOf(definition, given).flatMap((page) => page.items.map(({ id }) => id));
        const counted = answersThatCount(definition, given);
        expect(shown).toEqual(questions.filter((question) => isAsked(question, counted)).map(({ id }) => id));
        for (const { id } of unansweredQuestions(definition, given)) expect(shown).toContain(id);
      }),
      runs,
    );
  });

  test('no derived value is anything but a finite number', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const values = Object.values(derivedValuesOf(definition, completeAnswers(definition, given)));
        expect(values).toHaveLength(definition.derived.length);
        expect(values.every(Number.isFinite)).toBe(true);
      }),
      runs,
    );
  });

  test('the check of answers lets through what a form can hand in', () => {
    const schema = answersSchemaFor(definition);
    fc.assert(
      fc.property(answers, (given) => {
        expect(schema.safeParse(given).success).toBe(true);
      }),
      runs,
    );
  });
});
