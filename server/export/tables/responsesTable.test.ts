import { describe, expect, it } from 'vitest';
import { completeAnswers, type Answers, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import { everyItemType } from '../../../test/support/everyItemType.js';
import { csvFrom } from '../../csv/index.js';
import { dialectOf, fileFormatFrom, type Labels, type Profile } from '../files/profile.js';
import type { StoredResponse } from '../../respond/index.js';
import { codebookTableFrom } from './codebookTable.js';
import { responseColumnsOf } from './responseColumns.js';
import { responsesTableFrom } from './responsesTable.js';

const definition = everyItemType();
const columns = responseColumnsOf(definition, new Map([['balkhash', { kk: 'Балқаш', ru: 'Балхаш', en: 'Balkhash' }]]));

function aResponse(answers: Answers, changes: Partial<StoredResponse> = {}): StoredResponse {
  return {
    _id: '0123456789abcdef0123456789abcdef',
    wave: 'w',
    townId: 'balkhash',
    definitionId: 'every_type',
    definitionVersion: 1,
    language: 'kk',
    answers: completeAnswers(definition, answers),
    analysisPopulations: ['everybody'],
    derived: {},
    flags: { speeder: false, straightliner: false, highMissing: true, duplicate: false },
    durationSteps: 3,
    date: '2026-06-15',
    origin: 'respondent',
    status: 'valid',
    folded: true,
    ...changes,
  };
}

const COMPLETE = aResponse({
  way: 9,
  way__text: '=by, horse',
  opinion: 3,
  step: 0,
  rung: 10,
  rooms: 2,
  area: 45.5,
  wish: 'трава; "лес"',
  moved: '1999-05-04',
  used: [1, 2],
  order: [3, 1, 2],
});
const SILENT = aResponse(
  { way: -1, opinion: -2, step: -1, rung: -1, rooms: -2, area: -1, wish: -2, moved: -1, used: -1, order: -2 },
  { origin: 'synthetic', analysisPopulations: [], flags: { ...COMPLETE.flags, highMissing: false } },
);
const WITHOUT_DURATION = Object.fromEntries(
  Object.entries(SILENT).filter(([field]) => field !== 'durationSteps'),
) as unknown as StoredResponse;

async function fileOf(responses: StoredResponse[], profile: Profile, labels?: Labels): Promise<string> {
  async function* inOrder(): AsyncGenerator<StoredResponse> {
    yield* responses;
    await Promise.resolve();
  }
  const format = fileFormatFrom(profile, { labels });
  const table = responsesTableFrom(columns, inOrder(), format, () => undefined);
  let text = '';
  for await (const piece of csvFrom(table, dialectOf(profile))) text += piece;
  return text;
}

const HEADER = [
  '_origin,_town,_language,_duration_s',
  'way,way__text,opinion,step,rung,rooms,area,wish,wish__special,moved,used__1,used__2,used__9,used__text',
  'order__1,order__2,order__3',
  '_population_everybody,_flag_speeder,_flag_straightliner,_flag_high_missing,_flag_duplicate',
].join(',');

describe('the file of single responses', () => {
  it('for programs holds codes, every kind of answer in its columns', async () => {
    expect(await fileOf([COMPLETE, WITHOUT_DURATION], 'machine')).toBe(
      [
        HEADER,
        'respondent,balkhash,kk,90,9,"\'=by, horse",3,0,10,2,45.5,"трава; ""лес""",,1999-05-04,1,1,0,,2,3,1,1,0,0,1,0',
        'synthetic,balkhash,kk,,-1,,-2,-1,-1,-2,-1,,-2,-1,-1,-1,-1,,-2,-2,-2,0,0,0,0,0',
        '',
      ].join('\n'),
    );
  });

  it('for a Russian spreadsheet holds words', async () => {
    expect(await fileOf([COMPLETE, WITHOUT_DURATION], 'excel-ru')).toBe(
      '\ufeff' +
        [
          HEADER.replaceAll(',', ';'),
          'заполнено респондентом;Балхаш;Қазақша;90;Other;\'=by, horse;Agree 3;Step 0;Step 10;2;45,5;"трава; ""лес""";;1999-05-04;да;да;нет;;2;3;1;да;нет;нет;да;нет',
          'синтетические данные (synthetic);Балхаш;Қазақша;;Hard to say;;Prefer not to answer;Hard to say;Hard to say;Prefer not to answer;Hard to say;;Prefer not to answer;Hard to say;Hard to say;Hard to say;Hard to say;;Prefer not to answer;Prefer not to answer;Prefer not to answer;нет;нет;нет;нет;нет',
          '',
        ].join('\r\n'),
    );
  });

  it('names neither the response nor the day on which it came', async () => {
    const text = await fileOf([COMPLETE], 'machine');
    expect(text).not.toContain(COMPLETE._id);
    expect(text).not.toContain(COMPLETE.date);
  });
});

describe('the codebook', () => {
  const rows = [...(codebookTableFrom(definition, columns).rows as Iterable<readonly unknown[]>)];

  it('explains exactly the columns of the responses, in their order', () => {
    expect([...new Set(rows.map(([variable]) => variable))].join(',')).toBe(HEADER);
  });

  it('gives a variable its question and range and each code its words', () => {
    const of = (variable: string): unknown[][] => rows.filter(([name]) => name === variable).map((row) => [...row]);
    expect(of('rooms')[0]).toEqual([
      'rooms',
      null,
      'integer',
      'integer',
      'all',
      ...same('How many rooms?'),
      1,
      20,
      null,
      null,
      null,
      null,
    ]);
    expect(of('opinion')).toEqual([
      ['opinion', null, 'integer', 'scale', 'all', ...same('Do you agree?'), null, null, null, 'C1+', null, null],
      ...[
        [1, 'Agree 1'],
        [2, 'Agree 2'],
        [3, 'Agree 3'],
        [-1, 'Hard to say'],
        [-2, 'Prefer not to answer'],
        [-4, 'Not asked'],
        [-5, 'Missing'],
      ].map(([code, label]) => ['opinion', code, 'integer', null, null, ...same(label), null, null, null, null, null, null]),
    ]);
    expect(of('used__2')[0]).toContain('Which ways do you use? – By bus');
  });

  it('says under which names earlier versions kept a question', () => {
    const renamed = mapItems(definition, (item) =>
      item.id === 'rooms' ? { ...item, formerIds: ['flat_rooms', 'n_rooms'] } : item,
    );
    const table = codebookTableFrom(renamed, responseColumnsOf(renamed, new Map()));
    const variables = [...(table.rows as Iterable<readonly unknown[]>)].filter(([, code]) => code === null);
    expect(table.columns.at(-1)).toBe('former_ids');
    expect(variables.filter((row) => row.at(-1) !== null).map((row) => [row[0], row.at(-1)])).toEqual([
      ['rooms', 'flat_rooms n_rooms'],
    ]);
  });
});

function mapItems(questionnaire: Definition, change: (item: Item) => Item): Definition {
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => ({ ...section, items: section.items.map(change) })),
  };
}

function same(text: unknown): unknown[] {
  return [text, text, text];
}
