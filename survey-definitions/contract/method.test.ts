import { expect, test } from 'vitest';
import { BUILT_IN } from '../../test/definitions/builtIn.js';
import { MethodSchema, type Method } from './index.js';

const method = BUILT_IN.method('zhezkazgan-2020');
const [a1, a2, ...others] = method.indicators;
const faultsOf = (changes: object): string[] => {
  const parsed = MethodSchema.safeParse({ ...method, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

test('a method names each indicator once', () => {
  expect(faultsOf({ indicators: [a1, { ...a2, code: 'A1' }, ...others] })).toEqual([
    'indicators.1.code: this code is used twice',
  ]);
});

test('the lower goalpost lies below the upper', () => {
  const normalisation = { type: 'goalposts', lo: 5, hi: 5 };
  expect(faultsOf({ indicators: [{ ...a1, normalisation }, a2, ...others] })).toEqual([
    'indicators.0.normalisation: the lower goalpost is not below the upper',
  ]);
});

test('a block asks for no more indicators than it has', () => {
  const blocks: Method['blocks'] = method.blocks.map((block) => (block.id === 'B' ? { ...block, minimum: 5 } : block));
  expect(faultsOf({ blocks })).toEqual(['blocks.1.minimum: more indicators are asked for than the block has']);
});
