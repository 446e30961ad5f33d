import { expect, test } from 'vitest';
import { BUILT_IN } from '../../test/definitions/builtIn.js';
import { StatisticsSchema, TownsSchema } from './index.js';

const { statistics } = BUILT_IN;
const faultsOf = (changes: object): string[] => {
  const parsed = StatisticsSchema.safeParse({ ...statistics, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

test('a raw input has an id of its own and a range', () => {
  const [first] = statistics.inputs;
  const turned = { ...first, id: 'turned', min: 3, max: 2 };
  expect(faultsOf({ inputs: [...statistics.inputs, first, turned] })).toEqual([
    `inputs.${statistics.inputs.length}.id: this id is used twice`,
    `inputs.${statistics.inputs.length + 1}.min: the smallest value is above the largest`,
  ]);
});

test('totals, parts and indicators name raw inputs that exist', () => {
  expect(faultsOf({ wholes: [{ total: 'population', parts: ['cats'], isSum: false }] })).toEqual([
    'wholes.0: no raw input "cats"',
  ]);
  const [a1] = statistics.indicators;
  expect(faultsOf({ indicators: [{ ...a1, inputs: [{ input: 'dogs', yearsBefore: 0 }] }] })).toEqual([
    'indicators.0.inputs: no raw input "dogs"',
  ]);
});

test('a town has an id of its own', () => {
  const towns = [BUILT_IN.town('abai'), BUILT_IN.town('abai')];
  expect(TownsSchema.safeParse({ version: 1, towns }).error?.issues[0]).toMatchObject({
    path: ['towns', 1, 'id'],
    message: 'this id is used twice',
  });
});
