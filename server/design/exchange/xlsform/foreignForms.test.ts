import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemsInOrder, type Definition } from '../../../../survey-definitions/contract/index.js';
import { PROJECT, residents } from '../../../../test/definitions/builtIn.js';
import { placeInWords } from '../importNotes.viewModels.js';
import type { ImportNote } from '../importResult.js';
import { writeWorkbook } from '../workbook/writeWorkbook.js';
import { exportXlsForm } from './exportXlsForm.js';
import { importXlsForm } from './importXlsForm.js';

/** Files of test/design/xlsform were written with openpyxl after the published description of the format. */
const fixture = (name: string) => readFileSync(join(PROJECT, 'test/design/xlsform', name));
const read = (bytes: Uint8Array) => importXlsForm(bytes, { language: 'ru', population: 'residents', model: residents });
const said = (notes: ImportNote[]): string[] => notes.map(({ place, kind }) => `${placeInWords(place, 'en')}: ${kind}`);

async function imported(bytes: Uint8Array) {
  const result = await read(bytes);
  if ('faults' in result) throw new Error(said(result.faults).join('; '));
  return result;
}

function itemOf(definition: Definition, id: string) {
  const item = itemsInOrder(definition).find((each) => each.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

describe('a published form with groups, relevants and three languages', async () => {
  const { definition, notCarried } = await imported(fixture('way_to_work.xlsx'));

  it('becomes sections, items and answers in the three languages, behind a consent page', () => {
    expect(definition).toMatchObject({ id: 'way_to_work', title: { kk: '', ru: 'Дорога на работу', en: '' } });
    expect(definition.sections.map(({ id, title }) => [id, title?.kk])).toEqual([
      ['sec_consent', undefined],
      ['about', 'Сіз туралы'],
      ['work', 'Жұмыс'],
    ]);
    expect(itemsInOrder(definition).map(({ id, type }) => `${id} ${type}`)).toEqual([
      'consent single',
      'consented single',
      'age integer',
      'region single',
      'ways multiple',
      'hours decimal',
      'comfort scale',
      'goals ranking',
      'since date',
      'wish text',
      'bye note',
    ]);
    expect(itemOf(definition, 'age').text).toEqual({ kk: 'Жасыңыз нешеде?', ru: 'Сколько Вам лет?', en: 'How old are you?' });
  });

  it('keeps codes that are numbers, gives codes to names and keeps the names', () => {
    const options = (id: string) =>
      definition.lists.find((list) => list.id === id)?.options.map(({ code, name }) => [code, name]);
    expect(options('region')).toEqual([10, 11, 99].map((code) => [code, undefined]));
    expect(options('yes_no')).toEqual([
      [1, 'yes'],
      [2, 'no'],
    ]);
    expect(options('ways_other')?.at(-1)).toEqual([4, 'other']);
    expect(definition.lists.find(({ id }) => id === 'ways_other')?.options.at(-1)?.text).toBe(true);
    expect(definition.scales).toMatchObject([{ id: 'range_0_10', layout: 'steps', options: { length: 11 } }]);
  });

  it('takes bounds from constraints, and "may be left out" as an answer of its own', () => {
    expect(itemOf(definition, 'age')).toMatchObject({ min: 18, max: 99, special: [] });
    expect(itemOf(definition, 'hours')).toMatchObject({ min: 0, max: 12.5 });
    expect(itemOf(definition, 'since')).toMatchObject({ min: '1970-01-01', max: '2030-12-31' });
    expect(itemOf(definition, 'wish')).toMatchObject({ maxLength: 300, special: [-2] });
  });

  it('asks each question under its own condition and those of all groups around it', () => {
    const work = [
      { item: 'consented', op: '==', value: 1 },
      { item: 'age', op: '>=', value: 18 },
    ];
    const way = { any: [2, 3].map((code) => ({ item: 'ways', op: 'in', values: [code] })) };
    expect(itemOf(definition, 'age').when).toEqual(work[0]);
    expect(itemOf(definition, 'goals').when).toEqual({ all: work });
    expect(itemOf(definition, 'comfort').when).toEqual({ all: [...work, way, { item: 'hours', op: '>=', value: 0 }] });
    expect(itemOf(definition, 'wish').when).toEqual({ all: [...work, { not: { item: 'comfort', op: '>=', value: 8 } }] });
  });

  it('names everything that is not carried over, by sheet, row and column', () => {
    expect(said(notCarried)).toEqual([
      'sheet survey, row 2, column type: xlsform_metadata',
      'sheet survey, row 3, column type: xlsform_metadata',
      'sheet survey, row 11: xlsform_group_dissolved',
      'sheet survey, row 18, column type: xlsform_type_not_carried',
      'sheet choices: xlsform_codes_given',
      'sheet choices: xlsform_codes_given',
      'sheet choices: xlsform_codes_given',
      'sheet survey, column constraint_message::Russian (ru): xlsform_column_not_carried',
      'sheet survey, column appearance: xlsform_column_not_carried',
      'sheet settings, column version: xlsform_column_not_carried',
    ]);
  });

  it('goes out and comes in again unchanged', async () => {
    const again = await imported(await exportXlsForm(definition, []));
    expect(again).toEqual({ definition, statuses: [], notCarried: [] });
  });
});

describe('an older form with other spellings, names that are no ids and a language that is not ours', async () => {
  const { definition, notCarried } = await imported(fixture('older_form.xlsx'));

  it('is read all the same; columns without a language are in the language of the form', () => {
    expect(itemOf(definition, 'q1')).toMatchObject({
      name: 'Q1',
      list: 'sex',
      text: { kk: '', ru: 'Ваш пол' },
      hint: { ru: 'один ответ' },
    });
    expect(itemOf(definition, 'q_2')).toMatchObject({ name: 'Q.2', type: 'multiple', when: { item: 'q1', op: '==', value: 1 } });
    expect(itemOf(definition, 'q')).toMatchObject({ name: 'Почему', type: 'text' });
  });

  it('has its gaps listed: repeats, calculations, filters, other languages, foreign sheets', () => {
    expect(said(notCarried)).toEqual([
      'sheet Survey, row 4, column Type: xlsform_type_not_carried',
      'sheet Survey, row 5: xlsform_repeat',
      'sheet Survey, row 2, column Name: xlsform_name_changed',
      'sheet Survey, row 3, column Name: xlsform_name_changed',
      'sheet Survey, row 3, column Choice_Filter: xlsform_choice_filter',
      'sheet Survey, row 8, column Name: xlsform_name_changed',
      'sheet Survey, row 8, column Label: xlsform_reference_in_text',
      'sheet Choices: xlsform_codes_given',
      'sheet Choices: xlsform_list_renamed',
      'sheet Choices: xlsform_list_renamed',
      'sheet Survey, column Label:Français (fr): xlsform_language_not_carried',
      'sheet Survey, column Calculation: xlsform_column_not_carried',
      'sheet Choices, column country: xlsform_column_not_carried',
      'sheet Notes: xlsform_sheet_not_carried',
    ]);
  });

  it('goes out under its own names and comes in again unchanged', async () => {
    expect(await imported(await exportXlsForm(definition, []))).toEqual({ definition, statuses: [], notCarried: [] });
  });
});

describe('a form with faults', () => {
  const HEADER = ['type', 'name', 'label', 'relevant', 'constraint'];
  const CHOICES = [
    ['list_name', 'name', 'label'],
    ['yn', 'yes', 'Да'],
    ['yn', 'no', 'Нет'],
  ];
  const faultsOf = async (rows: string[][], choices = CHOICES) => {
    const sheets = [
      { name: 'survey', rows: [HEADER, ...rows] },
      { name: 'choices', rows: choices },
    ];
    const result = await read(await writeWorkbook(sheets));
    return 'faults' in result ? said(result.faults) : [];
  };

  it('names each of them, and nothing is taken over', async () => {
    const faults = await faultsOf([
      ['select_one yn', 'a', 'A'],
      ['select_one nothing', 'b', 'B'],
      ['selct_one yn', 'c', 'C'],
      ['text', 'a', 'again'],
      ['text', '', 'no name'],
      ['begin_group', 'g', 'open'],
    ]);
    expect(faults.toSorted()).toEqual([
      'sheet survey, row 3, column type: xlsform_no_list',
      'sheet survey, row 4, column type: xlsform_unknown_type',
      'sheet survey, row 5, column name: xlsform_name_twice',
      'sheet survey, row 6, column name: xlsform_no_name',
      'sheet survey, row 7: xlsform_group_not_closed',
    ]);
  });

  it('may close what is not open, or have answers without list, name or difference', async () => {
    expect(await faultsOf([['text', 'a'], ['end_group']])).toEqual([
      'sheet survey, row 3, column type: xlsform_group_not_opened',
    ]);
    expect(await faultsOf([['text', 'a']], [...CHOICES, ['', 'x', 'X'], ['yn', '', 'X'], ['yn', 'no', 'X']])).toEqual([
      'sheet choices, row 4, column list_name: xlsform_choice_without_list',
      'sheet choices, row 5, column name: xlsform_choice_without_name',
      'sheet choices, row 6, column name: xlsform_choice_twice',
    ]);
  });

  it('has a condition that cannot be kept: nobody decides silently who is asked', async () => {
    const rows = (relevant: string) => [
      ['geopoint', 'place', 'Where'],
      ['text', 'words', 'Words'],
      ['select_one yn', 'a', 'A'],
      ['text', 'b', 'B', relevant],
    ];
    for (const [relevant, kind] of [
      ["${place} != ''", 'expression_item_not_carried'],
      ["${words} = 'x'", 'expression_no_number'],
      ["${a} = 'maybe'", 'expression_no_choice'],
      ["${c} = 'yes'", 'expression_no_item'],
      ['${a} > 1', 'expression_expected_number'],
      ["today() > '2026-01-01'", 'expression_unknown_function'],
    ] as const)
      expect(await faultsOf(rows(relevant))).toEqual([`sheet survey, row 5, column relevant: ${kind}`]);
  });

  it('may not be a form at all', async () => {
    expect(
      said(((await read(await writeWorkbook([{ name: 'Лист1', rows: [['a']] }]))) as { faults: ImportNote[] }).faults),
    ).toEqual(['whole file: xlsform_no_survey']);
    const nameless = await read(
      await writeWorkbook([
        {
          name: 'survey',
          rows: [
            ['question', 'label'],
            ['a', 'b'],
          ],
        },
      ]),
    );
    expect(nameless).toMatchObject({ faults: [{ kind: 'xlsform_no_type_or_name' }] });
  });
});

describe('a hostile form', () => {
  const refusedSoon = async (rows: string[][], kind: string) => {
    const bytes = await writeWorkbook([{ name: 'survey', rows: [['type', 'name', 'label', 'relevant'], ...rows] }]);
    const begun = process.cpuUsage();
    const result = await read(bytes);
    const { user, system } = process.cpuUsage(begun);
    expect('faults' in result ? result.faults.map((fault) => fault.kind) : []).toContain(kind);
    expect((user + system) / 1000).toBeLessThan(4_000);
  };
  const many = (count: number, row: (at: number) => string[]) => Array.from({ length: count }, (_, at) => row(at));

  it('has ten thousand items, or ten thousand groups inside one another', { timeout: 30_000 }, async () => {
    await refusedSoon(
      many(10_000, (at) => ['text', `q${at}`, 'Q']),
      'json_too_many_items',
    );
    await refusedSoon(
      [['integer', 'a', 'A'], ...many(10_000, (at) => ['begin_group', `g${at}`, 'G', '${a} > 1'])],
      'xlsform_groups_too_deep',
    );
  });

  it('has conditions without end', { timeout: 30_000 }, async () => {
    const long = many(1_500, (at) => [`\${a} = ${at}`]).join(' or ');
    await refusedSoon([['integer', 'a', 'A'], ...many(200, (at) => ['text', `q${at}`, 'Q', long])], 'xlsform_condition_too_long');
    await refusedSoon(
      [
        ['integer', 'a', 'A'],
        ['text', 'b', 'B', 'not('.repeat(5_000)],
      ],
      'expression_too_deep',
    );
  });
});
