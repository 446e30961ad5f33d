import { expect, test } from 'vitest';
import { definitionWith, whole, yesNo } from '../../test/definitions/smallDefinition.js';
import { derivedValuesOf, type Answers, type DerivedVariable } from './index.js';

const derive = (variables: DerivedVariable[], answers: Answers): Record<string, number> =>
  derivedValuesOf(definitionWith([whole('size'), yesNo('second')], { derived: variables }), answers);

test('a recode without a case for the code is missing', () => {
  const recode: DerivedVariable = { type: 'recode', id: 'group', item: 'size', cases: [{ from: [1, 2], to: 1 }] };
  expect(derive([recode], { size: 2 })).toEqual({ group: 1 });
  expect(derive([recode], { size: 3 })).toEqual({ group: -5 });
  expect(derive([recode], { size: -2 })).toEqual({ group: -2 });
});

test('a quotient never divides by zero', () => {
  const ratio: DerivedVariable = { type: 'ratio', id: 'share', numerator: 'second', denominator: 'size' };
  expect(derive([ratio], { second: 1, size: 4 })).toEqual({ share: 0.25 });
  expect(derive([ratio], { second: 1, size: 0 })).toEqual({ share: -5 });
});

test('a condition without a rule for zero is zero whenever it does not hold', () => {
  const condition: DerivedVariable = { type: 'condition', id: 'large', when: { item: 'size', op: '>=', value: 5 } };
  expect(derive([condition], { size: 6 })).toEqual({ large: 1 });
  expect(derive([condition], { size: -2 })).toEqual({ large: 0 });
});

test('a condition with a rule for zero says why it is missing where neither holds', () => {
  const condition: DerivedVariable = {
    type: 'condition',
    id: 'both',
    when: { item: 'second', op: '==', value: 1 },
    zeroWhen: {
      any: [
        { item: 'second', op: '==', value: 0 },
        { item: 'filter', op: '==', value: 0 },
      ],
    },
  };
  expect(derive([condition], { filter: 0, second: -4 })).toEqual({ both: 0 });
  expect(derive([condition], { filter: -2, second: -4 })).toEqual({ both: -2 });
  expect(derive([condition], { filter: 1, second: -4 })).toEqual({ both: -5 });
});

test('a variable may build on those before it', () => {
  const variables: DerivedVariable[] = [
    { type: 'midpoint', id: 'middle', item: 'size', validFrom: 2026, midpoints: [{ code: 2, value: 150 }] },
    { type: 'ratio', id: 'each', numerator: 'middle', denominator: 'size' },
  ];
  expect(derive(variables, { size: 2 })).toEqual({ middle: 150, each: 75 });
});
