import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SCORING_ERROR_CODES, ScoringError, type ScoringErrorCode } from '../../scoring/index.js';
import { loadDefinitions, readerNamesFrom } from '../definitions/index.js';
import { LANGUAGES } from '../i18n/index.js';
import { refusalFrom } from './refusal.js';

const names = readerNamesFrom(loadDefinitions(fileURLToPath(new URL('../..', import.meta.url))));

const told = (code: ScoringErrorCode, details: Record<string, unknown>, language: (typeof LANGUAGES)[number] = 'en') =>
  refusalFrom(new ScoringError(code, details), language, names);

describe('a refused computation', () => {
  it('has a sentence of its own for every code in every language', () => {
    for (const language of LANGUAGES) {
      const sentences = SCORING_ERROR_CODES.map((code) => told(code, {}, language).message);
      expect(new Set(sentences).size).toBe(SCORING_ERROR_CODES.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^{}]{25,}\.$/u);
    }
  });

  it('names the indicator and the row in the words of the reader', () => {
    expect(told('not-finite', { input: 'C1', row: 4 }).message).toContain('Details: “Own standard of living (C1)”; row 5.');
    expect(told('not-finite', { input: 'C1', row: 4 }, 'ru').message).toContain('«Собственный уровень жизни (C1)»; строка 5.');
    expect(told('not-finite', { input: 'C1', row: 4 }, 'kk').message).toContain('«Өз тұрмыс деңгейі (C1)»; 5-жол.');
  });

  it('names a category of a distribution as the questionnaire does, also one that joins several answers', () => {
    expect(told('empty-category', { margin: 'sex', code: 2 }, 'ru').message).toContain('Ваш пол');
    expect(told('empty-category', { margin: 'edu3', code: 1 }).message).toMatch(/category “.+ \/ .+”/);
    expect(told('margins-differ', { totals: { sex: 60_000, age_group: 61_500 } }).message).toContain('“Your sex”: 60,000, ');
  });

  it('names towns, methods and official figures, and what a computation calls its inputs', () => {
    expect(told('duplicate-observation', { input: 'population', year: 2019, id: 'a' }, 'ru').message).toContain('2019 год');
    expect(told('too-few-rows', { town: 'zhezkazgan', needed: 10 }, 'ru').message).toContain('«Жезказган»; нужно не менее 10');
    expect(told('methods-differ', { first: 'zhezkazgan-2020 v1', second: 'unknown v1' }).message).toContain(
      'second method “unknown v1”',
    );
    expect(told('zero-weights', { input: 'judgements' }, 'kk').message).toContain('жұптық бағалаулар');
  });

  it('names unit, year, column and figure of a panel that a transformation cannot take', () => {
    const details = { column: 'man', unit: 'zhezkazgan', year: 2020, value: -1.5, must: 'above-zero' };
    expect(told('out-of-range', details, 'ru').message).toContain(
      'столбец «man»; «Жезказган»; 2020 год; значение −1,5; здесь допустимо только число больше нуля.',
    );
  });

  it('tells nobody what people answered, nor how many did', () => {
    const { message } = told('population-exceeded', { respondents: 417, populationSize: 400 });
    expect(message).toContain('stated size 400');
    expect(message).not.toContain('417');
    expect(told('unknown-code', { item: 'sex', code: 7 }).message).not.toContain('7');
    expect(told('out-of-range', { input: 'C1', value: 63.25 }).message).not.toContain('63');
  });

  it('never shows a reader data as programs write them', () => {
    const details = { totals: { a: 1 }, terms: ['x'], first: { weights: { A1: 1 } }, lengths: [1, 2], reason: 'asymmetric' };
    expect(told('bad-covariance', details).message).not.toMatch(/[{[\]]|undefined|object/);
  });

  it('is a conflict between two stored things, or a fault of what was entered, and says where to programs', () => {
    expect(told('methods-differ', {}).status).toBe(409);
    expect(told('negative-weight', { input: 'C1', row: 0 })).toMatchObject({ status: 422, faults: [{ field: 'C1', row: 1 }] });
  });
});
