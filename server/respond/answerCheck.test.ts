import { describe, expect, it } from 'vitest';
import { everyItemType } from '../../test/support/everyItemType.js';
import { checkAnswers } from './answerCheck.js';

const definition = everyItemType();
const complete = {
  way: 9,
  way__text: 'By horse',
  opinion: 3,
  step: 0,
  rung: 10,
  rooms: -2,
  area: 52.5,
  wish: 'A theatre',
  moved: '2001-05-17',
  used: [1, 2],
  order: [3, 1, 2],
};

describe('the check of a whole submission', () => {
  it('takes complete answers of every type', () => {
    expect(checkAnswers(definition, complete, false)).toEqual({ outcome: 'complete', answers: complete });
  });

  it('lists every fault: unknown items, impossible values, what is missing', () => {
    const faulty = checkAnswers(definition, { ...complete, opinion: 7, used: [2, 1], colour: 1 }, false);
    expect(faulty).toMatchObject({ outcome: 'invalid' });
    expect(faulty.outcome === 'invalid' && faulty.faults).toEqual(
      expect.arrayContaining([
        { field: 'opinion', reason: 'not-possible' },
        { field: 'used', reason: 'not-possible' },
        { field: 'colour', reason: 'unknown-item' },
      ]),
    );
    const rest = Object.fromEntries(Object.entries(complete).filter(([field]) => field !== 'way__text' && field !== 'rung'));
    expect(checkAnswers(definition, rest, false)).toEqual({
      outcome: 'invalid',
      faults: [
        { field: 'rung', reason: 'needed' },
        { field: 'way__text', reason: 'text-needed' },
      ],
    });
  });

  it('takes a part of the answers only if one of them is scored', () => {
    expect(checkAnswers(definition, { opinion: 2 }, true)).toEqual({ outcome: 'complete', answers: { opinion: 2 } });
    expect(checkAnswers(definition, { opinion: -1, rooms: 3 }, true)).toEqual({
      outcome: 'invalid',
      faults: [{ field: 'answers', reason: 'nothing-scored' }],
    });
  });
});
