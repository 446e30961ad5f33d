import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  LANGUAGES,
  letterFaults,
  letterFaultsIn,
  type Definition,
  type Language,
  type LocalizedText,
} from '../../survey-definitions/contract/index.js';
import { BUILT_IN, PROJECT, researchers, residents } from './builtIn.js';
import { SPECIFICATION } from './contentSpecification.js';

const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const KAZAKH_ONLY = 'әғқңөұүһі';
const foreignLetters = (text: string, alphabet: string): string[] =>
  (text.match(/\p{Script=Cyrillic}/gu) ?? []).filter((letter) => !alphabet.includes(letter.toLowerCase()));

function textsIn(value: unknown): LocalizedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (LANGUAGES.every((language) => typeof (value as Record<string, unknown>)[language] === 'string'))
    return [value as LocalizedText];
  return Object.values(value).flatMap(textsIn);
}

const contents: [string, unknown][] = [
  ['the questionnaire of residents', residents],
  ['the questionnaire of researchers', researchers],
  ...BUILT_IN.methods.map((method): [string, unknown] => [`the method ${method.id}`, method]),
  ['the catalogue of official statistics', BUILT_IN.statistics],
  ['the list of towns', BUILT_IN.towns],
  ['the presets of regressions', BUILT_IN.regressionPresets],
];

describe.each(contents)('%s', (_, content) => {
  test('mixes no Latin and Cyrillic letters in a word and has no Latin ə', () => {
    expect(textsIn(content).length).toBeGreaterThan(25);
    expect(letterFaultsIn(content)).toEqual([]);
  });

  test('writes Kazakh with the letters of the Kazakh alphabet', () => {
    expect(textsIn(content).flatMap(({ kk }) => foreignLetters(kk, RUSSIAN + KAZAKH_ONLY))).toEqual([]);
  });

  test('has no Russian where Kazakh belongs: a long text differs from the Russian one and has a Kazakh letter', () => {
    const long = textsIn(content).filter(({ kk }) => (kk.match(/\p{Script=Cyrillic}/gu) ?? []).length > 60);
    expect(long.filter(({ kk, ru }) => kk === ru || foreignLetters(kk, RUSSIAN).length === 0)).toEqual([]);
  });
});

test.each<[string, Definition, string[]]>([
  ['residents', residents, []],
  ['researchers', researchers, ['PhD']],
])('the questionnaire of %s has no Latin word but those it lists', (_, definition, words) => {
  expect(definition.latinWords).toEqual(words);
  expect(letterFaultsIn(definition, definition.latinWords)).toEqual([]);
});

test('Russian in the questionnaires has no Kazakh letter', () => {
  expect([residents, researchers].flatMap(textsIn).flatMap(({ ru }) => foreignLetters(ru, RUSSIAN))).toEqual([]);
});

test('the specification was copied without a foreign letter', () => {
  expect(letterFaultsIn(SPECIFICATION.texts)).toEqual([]);
});

type Forms = Record<string, string>;
const folder = join(PROJECT, 'server/i18n/texts');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const formsOf = (entry: string | Forms): Forms => (typeof entry === 'string' ? { other: entry } : entry);
const placeholdersOf = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join();
/** Plural forms that a language needs for counts; `other` is always there. */
const pluralForms = (language: Language): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

test('the interface has texts', () => {
  expect(files.length).toBeGreaterThanOrEqual(9);
});

describe.each(files)('interface texts of %s', (name) => {
  const entries = Object.entries(
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Record<Language, string | Forms>>,
  );

  test('are complete in three languages', () => {
    const incomplete = entries.filter(
      ([, entry]) =>
        Object.keys(entry).sort().join() !== 'en,kk,ru' ||
        LANGUAGES.some((language) => Object.values(formsOf(entry[language])).some((text) => text.trim() === '')),
    );
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });

  test('have the plural forms of their language where they count', () => {
    const wrong = entries.flatMap(([key, entry]) =>
      LANGUAGES.filter((language) => {
        const text = entry[language];
        return typeof text !== 'string' && Object.keys(text).sort().join() !== pluralForms(language).join();
      }).map((language) => `${key} ${language}`),
    );
    expect(wrong).toEqual([]);
  });

  test('have the same placeholders in three languages', () => {
    const differing = entries.filter(
      ([, entry]) => new Set(LANGUAGES.map((language) => placeholdersOf(formsOf(entry[language]).other ?? ''))).size > 1,
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('mix no alphabets in a word, have no Latin ə and write Kazakh with Kazakh letters', () => {
    const faults = entries.flatMap(([key, entry]) =>
      LANGUAGES.flatMap((language) =>
        Object.values(formsOf(entry[language])).flatMap((text) => [
          ...(language === 'en' ? [] : letterFaults(text, language)),
          ...(language === 'kk' ? foreignLetters(text, RUSSIAN + KAZAKH_ONLY) : []),
        ]),
      ).map((fault) => `${key}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});
