import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnswers } from '../../../../test/definitions/arbitraryAnswers.js';
import { researchers, residents } from '../../../../test/definitions/builtIn.js';
import { resident } from '../../../../test/definitions/people.js';
import {
  answersThatCount,
  endingOf,
  holds,
  isQuestion,
  unansweredQuestions,
  type Answers,
  type Condition,
} from '../../../../survey-definitions/contract/index.js';
import { sampleAnswers } from '../sampleAnswers.js';
import { pathExtremes } from './extremes.js';
import { pathOf } from './path.js';
import { truthOf } from './truth.js';

const stateOf = (answers: Answers, id: string) => pathOf(residents, answers).steps.find(({ item }) => item.id === id)?.state;

describe('the path of answers', () => {
  it('depends on a question without an answer, and is decided once it has one', () => {
    expect(stateOf(resident(), 'hh_child_1_6')).toBe('depends');
    expect(stateOf(resident({ hh_size: 1 }), 'hh_child_1_6')).toBe('notAsked');
    expect(stateOf(resident({ hh_size: 4 }), 'hh_child_1_6')).toBe('asked');
    const [part] = pathOf(residents, resident({ hh_size: 4 })).steps.find(({ item }) => item.id === 'hh_child_1_6')?.parts ?? [];
    expect(part).toMatchObject({ comparison: { item: 'hh_size' }, truth: 'yes' });
  });

  it('reaches nothing behind the page on which the questionnaire ends', () => {
    const { steps, ending, pages, firstOpen } = pathOf(residents, { ...sampleAnswers(residents), age_group: 0 });
    expect(ending).toMatchObject({ ending: 'screenedOut', page: { id: 'age_group' } });
    expect(pages.map(({ id }) => id)).toEqual(['consent', 'age_group']);
    expect(steps.filter(({ state }) => state === 'asked').map(({ item }) => item.id)).toEqual([
      'consent',
      'age_group',
      's_resident',
      's_research_work',
    ]);
    expect(new Set(steps.slice(4).map(({ state }) => state))).toEqual(new Set(['notReached']));
    expect(firstOpen).toBeNull();
  });

  it('asks exactly what a respondent with these answers is asked', () => {
    fc.assert(
      fc.property(arbitraryAnswers(residents), (given) => {
        const whole = sampleAnswers(residents, given);
        if (endingOf(residents, whole) !== undefined) return;
        const asked = pathOf(residents, whole).steps.filter(({ item, state }) => isQuestion(item) && state === 'asked');
        expect(asked.map(({ item }) => item.id)).toEqual(Object.keys(answersThatCount(residents, whole)));
      }),
    );
  });
});

describe('sample answers', () => {
  it('answer everything that is asked without ending the questionnaire, and keep what is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(residents, researchers), (definition) => {
        const answers = sampleAnswers(definition);
        expect(unansweredQuestions(definition, answers)).toEqual([]);
        expect(endingOf(definition, answers)).toBeUndefined();
      }),
    );
    expect(sampleAnswers(residents, { hh_size: 6 })).toMatchObject({ hh_size: 6 });
  });
});

describe('the truth of a condition', () => {
  const items = ['a', 'b', 'c'];
  const condition = fc.letrec<{ rule: Condition }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      fc.record({ item: fc.constantFrom(...items), op: fc.constantFrom('==', '!=', '<', '>='), value: fc.nat(2) }),
      fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
      fc.record({ not: tie('rule') }),
    ),
  })).rule;
  const answers = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });

  it('is never taken back by the answers that were still open', () => {
    fc.assert(
      fc.property(condition, answers, fc.subarray(items), (rule, complete, open) => {
        const truth = truthOf(rule, complete, new Set(open));
        if (truth !== 'open') expect(holds(rule, complete)).toBe(truth === 'yes');
        if (open.length === 0) expect(truth).not.toBe('open');
      }),
    );
  });
});

describe('the shortest and the longest path', () => {
  it('are the same every time, and no respondent has a shorter or a longer one', () => {
    for (const definition of [residents, researchers]) {
      const extremes = pathExtremes(definition);
      expect(pathExtremes(definition)).toEqual(extremes);
      fc.assert(
        fc.property(arbitraryAnswers(definition), (given) => {
          const answers = sampleAnswers(definition, given);
          if (extremes === null || endingOf(definition, answers) !== undefined) return;
          const length = Object.keys(answers).length;
          expect(length).toBeGreaterThanOrEqual(extremes.fewest);
          expect(length).toBeLessThanOrEqual(extremes.most);
        }),
        { numRuns: 2_000 },
      );
    }
  });

  it('are not known where every path ends early', () => {
    expect(pathExtremes({ ...residents, endings: [{ when: { not: { any: [] } }, ending: 'declined' }] })).toBeNull();
  });
});
