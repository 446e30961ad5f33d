import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.js';
import { loadDefinitions } from '../definitions/index.js';
import { faultText } from './fault.js';
import { createObservationRepository } from './observation.repository.js';
import { createOfficialService, type OfficialService } from './official.service.js';
import { rawEntryFrom } from './rawEntry.js';
import type { Author } from './recording.js';

const definitions = loadDefinitions(process.cwd());
const COORDINATOR: Author = { accountId: 'coordinator', name: 'coordinator@town', townIds: ['zhezkazgan', 'balkhash'] };
const FIGURE = {
  town: 'zhezkazgan',
  input: 'researchers',
  year: '2018',
  value: '26',
  source: 'Table 1',
  date: '2020-08-31',
  status: 'organisation-report',
};
const KEY = { townId: 'zhezkazgan', input: 'researchers', year: 2018 };

let database: TestDatabase;
let official: OfficialService;
let now: Date;

beforeAll(async () => {
  database = await openTestDatabase();
  official = createOfficialService({
    definitions,
    repository: createObservationRepository(database.connection),
    clock: () => now,
    maxRows: 1000,
  });
});

afterAll(() => database.dispose());

beforeEach(async () => {
  now = new Date('2026-05-01T08:00:00Z');
  await database.connection.collection('observations').deleteMany({});
});

function enter(changes: Record<string, string> = {}, author = COORDINATOR) {
  return official.recordOne(rawEntryFrom({ ...FIGURE, ...changes }), author);
}

function importText(text: string, author = COORDINATOR) {
  return official.importCsv(new TextEncoder().encode(text), author);
}

function faultsOf(outcome: Awaited<ReturnType<typeof importText>>): string[] {
  if (!('faults' in outcome)) return [];
  return outcome.faults.map((fault) => `${fault.row ?? '-'} ${fault.field} ${fault.code}`);
}

describe('one figure', () => {
  test('is current once it has been entered', async () => {
    expect(await enter()).toEqual({ added: 1, corrected: 0 });
    expect(await official.observationsOf('zhezkazgan')).toMatchObject([
      { ...KEY, value: 26, unit: 'persons', revision: 1, recordedBy: 'coordinator', recordedAt: now, ended: null },
    ]);
    expect(await official.observationsOf(['balkhash'])).toEqual([]);
  });

  test('cannot be entered a second time, neither the same nor another value without a reason', async () => {
    await enter();
    expect(await enter()).toMatchObject({ faults: [{ field: 'value', code: 'duplicate' }] });
    expect(await enter({ value: '27' })).toMatchObject({ faults: [{ field: 'reason', code: 'correctionNeedsReason' }] });
    expect(await official.observationsOf('zhezkazgan')).toHaveLength(1);
  });

  test('is corrected with a reason, and the old value stays with who, when and why', async () => {
    await enter();
    now = new Date('2026-05-02T08:00:00Z');
    const outcome = await enter({ value: '27', reason: 'misread' }, { ...COORDINATOR, accountId: 'another' });
    expect(outcome).toEqual({ added: 0, corrected: 1 });
    const [old, current] = await official.historyOf(KEY);
    expect(old).toMatchObject({
      value: 26,
      recordedBy: 'coordinator',
      ended: { by: 'another', byName: 'coordinator@town', at: now, reason: 'misread', replacedBy: current?.id },
    });
    expect(current).toMatchObject({ value: 27, revision: 2, recordedBy: 'another', ended: null });
    expect(await official.observationsOf('zhezkazgan')).toMatchObject([{ value: 27 }]);
  });

  test('is withdrawn with a reason and may be entered anew', async () => {
    await enter();
    const [entered] = await official.historyOf(KEY);
    await official.withdraw(entered?.id ?? '', 'wrong year', COORDINATOR);
    expect(await official.observationsOf('zhezkazgan')).toEqual([]);
    expect(await official.historyOf(KEY)).toMatchObject([{ ended: { reason: 'wrong year', replacedBy: null } }]);
    await expect(official.withdraw(entered?.id ?? '', 'again', COORDINATOR)).rejects.toMatchObject({ code: 'conflict' });
    expect(await enter()).toEqual({ added: 1, corrected: 0 });
    expect(await official.observationsOf('zhezkazgan')).toMatchObject([{ revision: 2 }]);
  });

  test('of another town does not exist for a coordinator with limits', async () => {
    expect(await enter({ town: 'temirtau' })).toMatchObject({ faults: [{ field: 'town', code: 'unknownTown' }] });
  });

  test('entered by two people at once is kept once', async () => {
    const outcomes = await Promise.allSettled([enter({ value: '26' }), enter({ value: '27' })]);
    expect(await official.observationsOf('zhezkazgan')).toHaveLength(1);
    const successes = outcomes.filter((outcome) => outcome.status === 'fulfilled' && 'added' in outcome.value);
    expect(successes).toHaveLength(1);
  });
});

describe('a file', () => {
  const HEADER = 'town,input,year,value,source,date,status,reason';
  const row = (input: string, value: string, year = '2018', reason = '') =>
    `zhezkazgan,${input},${year},${value},Table 1,2020-08-31,organisation-report,${reason}`;

  test('is entered as a whole', async () => {
    const text = [HEADER, row('researchers', '26'), row('rd_organisations', '3'), row('population', ''), ''].join('\n');
    expect(await importText(text.replace('population,2018,,Table 1,2020-08-31', 'population,2018,,,'))).toEqual({
      added: 2,
      corrected: 0,
      leftEmpty: 1,
    });
  });

  test('is refused as a whole, with every fault of every row', async () => {
    await enter({ input: 'population', value: '86700' });
    const text = [
      HEADER,
      row('researchers', '26'),
      row('researchers', '27'),
      row('rd_organisations', 'three'),
      row('population', '86701'),
      row('degree_holders', '90000'),
      row('sunshine', '1', 'soon'),
    ].join('\n');
    expect(faultsOf(await importText(text))).toEqual([
      '3 input alreadyInFile',
      '4 value notANumber',
      '5 reason correctionNeedsReason',
      '5 value partAboveTotal',
      '7 input unknownInput',
      '7 year notAYear',
    ]);
    expect(await official.observationsOf('zhezkazgan')).toHaveLength(1);
  });

  test('corrects where its rows give a reason', async () => {
    await enter();
    expect(await importText([HEADER, row('researchers', '27', '2018', 'misread')].join('\n'))).toMatchObject({ corrected: 1 });
    expect(await official.observationsOf('zhezkazgan')).toMatchObject([{ value: 27 }]);
  });

  test('of hundreds of rows is one transaction', async () => {
    const rows = Array.from({ length: 20 }, (_, at) =>
      definitions.statistics.inputs
        .filter(({ id }) => id.startsWith('funding_') || id.startsWith('avg_salary'))
        .map(({ id }) => row(id, '1', String(1990 + at))),
    ).flat();
    expect(await importText([HEADER, ...rows].join('\n'))).toMatchObject({ added: rows.length });
    expect(await official.observationsOf('zhezkazgan')).toHaveLength(rows.length);
  });
});

test('ready figures are entered all or none', async () => {
  await enter();
  const [current] = await official.observationsOf('zhezkazgan');
  if (!current) throw new Error('the figure has just been entered');
  const entry = { ...current, year: 2017, value: 27 };
  await expect(official.importObservations([entry, current], 'seed')).rejects.toMatchObject({ code: 'invalidInput' });
  expect(await official.importObservations([entry], 'seed')).toEqual({ added: 1, corrected: 0 });
});

test('figures stream in the order of towns, inputs and years, with or without what ended', async () => {
  await enter();
  await enter({ value: '27', reason: 'misread' });
  await enter({ town: 'balkhash', year: '2019' });
  const collect = async (history: boolean) => {
    const seen: string[] = [];
    for await (const { townId, value } of official.streamObservations(COORDINATOR.townIds, history))
      seen.push(`${townId} ${value}`);
    return seen;
  };
  expect(await collect(false)).toEqual(['balkhash 26', 'zhezkazgan 27']);
  expect(await collect(true)).toEqual(['balkhash 26', 'zhezkazgan 26', 'zhezkazgan 27']);
});

test('every fault has its sentence in the three languages', async () => {
  const outcome = await enter({ value: '27.5', status: 'rumour' });
  const faults = 'faults' in outcome ? outcome.faults : [];
  for (const language of ['kk', 'ru', 'en'] as const)
    expect(faults.map((fault) => faultText(fault, language))).toMatchSnapshot(language);
});
