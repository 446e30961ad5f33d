import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, residents } from '../../../../test/definitions/builtIn.js';
import {
  crossReferenceFaults,
  itemsInOrder,
  parseDraft,
  type Definition,
  type Item,
} from '../../../../survey-definitions/contract/index.js';
import { noteInWords, placeInWords } from '../importNotes.viewModels.js';
import type { ImportedQuestionnaire, ImportResult } from '../importResult.js';
import { importLimeSurvey } from './importLimeSurvey.js';

const MODEL = { population: 'residents', model: residents } as const;
const NEW = 'survey-with-l10n-tables.lss';
const OLD = 'survey-with-a-row-per-language.lss';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const importText = (text: string): ImportResult => importLimeSurvey(bytesOf(text), MODEL);
const textOf = (file: string): string => readFileSync(join(PROJECT, 'test/exchange', file), 'utf8');

function imported(text: string): ImportedQuestionnaire {
  const result = importText(text);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result;
}

function itemOf(definition: Definition, id: string): Item {
  const item = itemsInOrder(definition).find((each) => each.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

/** The answers of an item as "code name label". */
function answersOf(definition: Definition, id: string): string[] {
  const item = itemOf(definition, id);
  const sets = [...definition.scales, ...definition.lists];
  const options = sets.find((set) => set.id === ('scale' in item ? item.scale : 'list' in item && item.list))?.options ?? [];
  return options.map(({ code, name, label, text }) => [code, name ?? '–', label?.ru ?? '–', ...(text ? ['+'] : [])].join(' '));
}

describe('a survey of LimeSurvey 4 to 6', () => {
  const { definition, notCarried } = imported(textOf(NEW));

  it('becomes a questionnaire in which nothing is wrong but what is not translated', () => {
    expect(parseDraft(definition)).toEqual(definition);
    expect(crossReferenceFaults(definition)).toEqual([]);
    expect(definition).toMatchObject({
      id: 'limesurvey_513227',
      version: 1,
      population: 'residents',
      title: { kk: 'Қала туралы сауалнама', ru: 'Опрос о городе', en: '' },
      introduction: { ru: 'Здравствуйте! Опрос займёт 5 минут.' },
      consent: [{ ru: 'Опрос анонимный.' }, { ru: 'Можно не отвечать.' }],
      thanks: { kk: 'Рақмет!' },
    });
    expect(definition.specialCodes).toEqual(residents.specialCodes);
  });

  it('keeps its groups as sections after the consent question, with their conditions on each question', () => {
    expect(definition.sections.map(({ id, title, hint }) => [id, title?.kk, hint?.kk])).toEqual([
      ['sec_consent', undefined, undefined],
      ['group_1', 'Өзіңіз туралы', 'Өзіңіз туралы бірнеше сұрақ.'],
      ['group_2', 'Қала', undefined],
    ]);
    const [, , city] = definition.sections;
    expect(city?.items.every(({ when }) => JSON.stringify(when).includes('{"item":"age","op":">=","value":18}'))).toBe(true);
  });

  it('parts the lines before a question from the question', () => {
    expect(itemOf(definition, 'work')).toMatchObject({
      lead: { ru: 'Подумайте о прошлой неделе.' },
      text: { ru: 'Вы работали?' },
    });
    expect(itemOf(definition, 'intro').text.ru).toBe('Теперь о городе «Абай».');
  });

  it('offers refusal where an answer may be left out, and asks again where it may not', () => {
    expect(itemOf(definition, 'age')).toMatchObject({
      type: 'integer',
      min: 16,
      max: 99,
      special: [],
      hint: { ru: 'Полных лет' },
    });
    expect(itemOf(definition, 'job')).toMatchObject({ type: 'text', maxLength: 80, special: [-2] });
    expect(itemOf(definition, 'moved')).toMatchObject({ type: 'date', min: '1950-01-01', max: '2026-12-31' });
  });

  it('keeps the codes of answers as codes or as names', () => {
    expect(answersOf(definition, 'work')).toEqual([
      '1 A1 Да, на комбинате',
      '2 A2 Да, в другом месте',
      '5 A5 Нет',
      '6 -oth- Другой ответ +',
    ]);
    expect(answersOf(definition, 'news')).toEqual(['1 tv Телевидение', '2 net Интернет', '3 kin Родные', '4 -oth- Другое +']);
    expect(answersOf(definition, 'order')).toEqual(['1 – Дороги', '2 – Вода', '3 – Школы']);
    expect(itemOf(definition, 'g01q01')).toMatchObject({ name: 'G01Q01' });
    expect(answersOf(definition, 'g01q01')).toEqual(['1 F Женский', '2 M Мужской']);
    expect(answersOf(definition, 'stay')).toEqual(['1 Y Да', '0 N Нет']);
    expect(itemOf(definition, 'news')).toMatchObject({ type: 'multiple', maxChoices: 2 });
  });

  it('makes of every row of an array an item on one shared scale', () => {
    for (const [id, text] of [
      ['sat_sq001', 'дорогами'],
      ['sat_sq002', 'воздухом'],
    ] as const)
      expect(itemOf(definition, id)).toMatchObject({
        type: 'scale',
        scale: 'sat_answers',
        lead: { ru: 'Насколько вы довольны …' },
        text: { ru: text },
      });
    expect(answersOf(definition, 'sat_sq001')[0]).toBe('1 AO01 Совсем не доволен');
    expect(answersOf(definition, 'trust_aki')).toEqual([1, 2, 3, 4, 5].map((code) => `${code} – –`));
    expect(itemOf(definition, 'mood')).toMatchObject({ scale: 'points_5' });
    expect(answersOf(definition, 'plans_go')).toEqual(['1 Y Да', '2 U Не уверен(а)', '3 N Нет']);
    expect(answersOf(definition, 'change_pay')).toEqual(['1 I Увеличилось', '2 S Не изменилось', '3 D Уменьшилось']);
    expect(answersOf(definition, 'rate_bus')).toHaveLength(10);
    expect(definition.sections[2]?.randomised).toEqual([['trust_aki', 'trust_pol']]);
  });

  it('makes a list of answers whose codes make no scale', () => {
    expect(itemOf(definition, 'cols_c1')).toMatchObject({ type: 'single' });
    expect(answersOf(definition, 'cols_c1')).toEqual(['1 – мало', '2 – много', '9 – не знаю']);
  });

  it('makes an item of each field of a question with several', () => {
    expect(itemOf(definition, 'spend_home')).toMatchObject({ type: 'decimal', min: 0, text: { ru: 'на жильё' } });
    expect(itemOf(definition, 'names_one')).toMatchObject({ type: 'text', lead: { ru: 'Назовите' } });
  });

  it('keeps conditions that can be said, also on a row of the same array', () => {
    expect(itemOf(definition, 'job').when).toEqual({ item: 'work', op: 'in', values: [1, 2] });
    expect(itemOf(definition, 'moved').when).toEqual({
      all: [
        { item: 'age', op: '>=', value: 18 },
        { item: 'work', op: '>=', value: 0 },
      ],
    });
    expect(itemOf(definition, 'sat_sq003').when).toMatchObject({
      all: [{ item: 'age' }, { item: 'sat_sq002', op: '==', value: 1 }],
    });
    expect(itemOf(definition, 'sites').when).toMatchObject({ all: [{ item: 'age' }, { item: 'news', op: 'in', values: [2] }] });
    expect(itemOf(definition, 'best').when).toMatchObject({
      all: [{ item: 'age' }, { not: { item: 'stay', op: '==', value: 0 } }],
    });
  });

  it('says by group and question what it does not carry', () => {
    expect(notCarried.map(({ place, kind }) => `${place.in === 'path' ? place.path : place.in}: ${kind}`)).toEqual([
      'file: lss_languages',
      'file: lss_quotas',
      'О вас / score: lss_equation',
      'О вас / why: lss_condition_not_carried',
      'Город / news: lss_codes_given',
      'Город / news: lss_settings',
      'Город / spend: lss_settings',
      'Город / best: lss_codes_given',
      'Город / best: lss_comment',
      'Город / help: lss_comment',
      'Город / cols: lss_no_scale',
      'Прочее / file: lss_upload',
      'Прочее / lang: lss_language_switch',
      'Прочее / dual: lss_dual_scale',
      'Прочее / grid: lss_table',
      'Прочее / ghost: lss_hidden',
      'Прочее: lss_empty_group',
    ]);
    const words = notCarried.map((note) => `${placeInWords(note.place, 'en')}: ${noteInWords(note, 'en')}`);
    expect(words[0]).toBe('whole file: Texts in other languages are not carried over: de.');
    expect(words[3]).toBe(
      'О вас / why: The condition “score.NAOK > 20” is not carried over: the question “score” itself is not. The question is asked of everybody.',
    );
  });
});

describe('a survey of LimeSurvey 3', () => {
  const { definition, notCarried } = imported(textOf(OLD));

  it('has a row for every language and names questions by their numbers', () => {
    expect(crossReferenceFaults(definition)).toEqual([]);
    expect(definition.title).toEqual({ kk: '', ru: 'Образование и языки', en: 'Education & languages' });
    expect(definition.sections[1]?.items.map(({ id, name }) => [id, name])).toEqual([
      ['uni', 'Uni'],
      ['edu', 'Edu'],
      ['lang', 'Lang'],
      ['where', 'Where'],
      ['years', 'Years'],
      ['next', 'Next'],
    ]);
    expect(itemOf(definition, 'lang')).toMatchObject({ type: 'multiple', hint: { kk: '', ru: 'Отметьте все', en: 'Tick all' } });
    expect(itemOf(definition, 'where').when).toEqual({
      all: [
        { item: 'edu', op: '>=', value: 2 },
        { item: 'lang', op: 'in', values: [1] },
      ],
    });
    expect(notCarried.map(({ kind }) => kind)).toEqual([
      'lss_codes_given',
      'lss_condition_value',
      'lss_condition_function',
      'lss_codes_given',
    ]);
  });

  it('keeps the consent of the platform where it has none of its own', () => {
    expect(definition.consent).toEqual(residents.consent);
    expect(definition.thanks).toEqual(residents.thanks);
  });
});

describe('odd surveys', () => {
  const changed = (from: string, to: string) => imported(textOf(NEW).replaceAll(from, to));

  it('may use one code twice, signs that no id has, and the name of the consent question', () => {
    const { definition } = changed('<title><![CDATA[job]]></title>', '<title><![CDATA[work]]></title>');
    expect(itemOf(definition, 'work_2')).toMatchObject({ type: 'text', name: 'work' });
    expect(itemOf(changed('[CDATA[mood]]', '[CDATA[consent]]').definition, 'consent_2')).toMatchObject({ type: 'scale' });
    expect(itemOf(changed('[CDATA[mood]]', '[CDATA[2__Ö]]').definition, 'q_2')).toMatchObject({ type: 'scale', name: '2__Ö' });
  });

  it('may put pictures and places to fill into texts, and braces that are none of ours into anything', () => {
    const { definition, notCarried } = changed('Как настроение?', 'Как настроение, {TOKEN:FIRSTNAME}? <img src="x">');
    expect(itemOf(definition, 'mood').text.ru).toBe('Как настроение, {TOKEN:FIRSTNAME}?');
    expect(
      notCarried.filter(({ place }) => place.in === 'path' && place.path === 'Город / mood').map(({ kind }) => kind),
    ).toEqual(['lss_media', 'lss_insertion']);
    const { notCarried: notes } = changed('score.NAOK > 20', '{{name}} $t(design.title)');
    expect(notes.map((note) => noteInWords(note, 'ru')).join()).toContain('name');
  });

  it('may number the steps of a scale from the highest down', () => {
    const reversed = textOf(NEW).replaceAll(
      /(<code><!\[CDATA\[)AO0(\d)/g,
      (_, tag: string, n: string) => `${tag}${5 - Number(n)}`,
    );
    const { definition, notCarried } = imported(reversed);
    expect(answersOf(definition, 'sat_sq001')).toEqual([
      '1 – Очень доволен',
      '2 – Доволен',
      '3 – Не доволен',
      '4 – Совсем не доволен',
    ]);
    expect(notCarried.map(({ kind }) => kind)).toContain('lss_scale_order');
  });
});
