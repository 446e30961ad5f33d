import { describe, expect, test } from 'vitest';
import { letterFaults, letterFaultsIn } from './index.js';

/** Written with escapes, since the eye cannot tell the letters apart. */
const LATIN_A_IN_RUSSIAN = 'г\u0061род';
const LATIN_SCHWA = '\u0259леует';

describe('letters', () => {
  test('of two alphabets in one word are a fault in every language', () => {
    for (const language of ['kk', 'ru', 'en'] as const)
      expect(letterFaults(LATIN_A_IN_RUSSIAN, language)).toEqual([`"${LATIN_A_IN_RUSSIAN}" mixes Latin and Cyrillic letters`]);
  });

  test('on the two sides of a hyphen are no fault', () => {
    expect(letterFaults('CSV-файл, PhD-докторлар', 'kk')).toEqual([]);
  });

  test('like the Latin ə never stand for the Kazakh ә', () => {
    expect(letterFaults(LATIN_SCHWA, 'kk')).toEqual([`"${LATIN_SCHWA}" has the Latin letter ə (U+0259)`]);
    expect(letterFaults('әлеует', 'kk')).toEqual([]);
  });

  test('of a Latin word in Kazakh or Russian need a place in the list', () => {
    expect(letterFaults('доктор философии (PhD)', 'ru', [])).toEqual(['"PhD" is not among the Latin words']);
    expect(letterFaults('доктор философии (PhD)', 'ru', ['PhD'])).toEqual([]);
  });

  test('in placeholders are no words', () => {
    expect(letterFaults('{{n}}-сұрағы, {minutes} мин.', 'kk', [])).toEqual([]);
  });

  test('in English are Latin', () => {
    expect(letterFaults('The \u0421 block', 'en')).toEqual(['"\u0421" is not in Latin letters']);
  });
});

test('faults are found at any depth, with their place', () => {
  const content = { parts: [{ label: { kk: 'жақсы', ru: LATIN_A_IN_RUSSIAN, en: 'good' } }] };
  expect(letterFaultsIn(content).map(({ path }) => path)).toEqual([['parts', 0, 'label', 'ru']]);
});
