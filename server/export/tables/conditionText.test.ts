import { expect, it } from 'vitest';
import { conditionText } from './conditionText.js';

it('a rule reads as one line, with brackets where "and" and "or" meet', () => {
  expect(
    conditionText({
      all: [
        { item: 'age', op: '>=', value: 2 },
        { any: [{ item: 'work', op: 'in', values: [1, 2] }, { not: { item: 'sex', op: '==', value: 1 } }] },
      ],
    }),
  ).toBe('age >= 2 and (work in (1, 2) or not (sex == 1))');
});
