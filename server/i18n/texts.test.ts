import { expect, test } from 'vitest';
import { textsIn } from './index.js';

test('what somebody has written stays as it is: braces in a value ask for no value, signs stand for nothing', () => {
  for (const source of ['{{source}}', '{{x}} and {{-y}}', '{{{z}}}', '$1 $& $t(journal.response)', '{{'])
    expect(textsIn('en')('journal.r_source', { source })).toBe(
      textsIn('en')('journal.r_source', { source: 'S' }).replace(/S$/, () => source),
    );
});

test('a value left out is a fault', () => {
  expect(() => textsIn('ru')('journal.r_source', {})).toThrow(/lacks a value for \{\{source\}\}/);
});
