import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.js';
import { loadDefinitions } from '../../definitions/index.js';
import { rawScenarioFrom, typedAgain, type RawScenario } from './rawScenario.js';
import { createScenarioEntryRepository } from './scenarioEntry.repository.js';
import { createScenarioService, type Author } from './scenario.service.js';

const definitions = loadDefinitions(process.cwd());
const method = definitions.scenarioMethod('m25-scenario');
const inputIds = method.inputs.map(({ id }) => id);
const [balkhash] = definitions.publishedScenarios.towns;
const author: Author = { accountId: '1', name: 'aigerim', towns: [definitions.town('balkhash'), definitions.town('karazhal')] };

function typed(changes: Record<string, string> = {}): RawScenario {
  return rawScenarioFrom({ ...balkhash?.inputs, town: 'balkhash', year: '2023', source: 'Table 3', ...changes }, inputIds);
}

function csvOf(rows: Record<string, string>[], delimiter = ';'): Uint8Array {
  const columns = ['town', 'year', ...inputIds, 'source'];
  const lines = rows.map((row) => columns.map((name) => row[name] ?? '').join(delimiter));
  return new TextEncoder().encode([columns.join(delimiter), ...lines].join('\n'));
}

describe('the inputs of a town and year', () => {
  let database: TestDatabase;
  let scenarios: ReturnType<typeof createScenarioService>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    const repository = createScenarioEntryRepository(database.connection);
    scenarios = createScenarioService({
      repository,
      newestMethod: () => method,
      clock: () => new Date('2026-11-20'),
      maxRows: 50,
    });
    await database.connection.collection('scenario_entries').deleteMany({});
  });
  afterAll(() => database.dispose());

  test('are kept as typed and as numbers, and a correction is the next revision beside the first', async () => {
    await scenarios.save(typed(), 0, author);
    const saved = await scenarios.save(typed({ wage: '97,5' }), 1, author);
    expect(saved).toMatchObject({ outcome: 'saved', entry: { revision: 2, savedByName: 'aigerim' } });
    const revisions = await scenarios.historyOf({ townId: 'balkhash', year: 2023 });
    expect(revisions.map(({ figures }) => figures.find(({ input }) => input === 'wage')?.typed)).toEqual(['95', '97,5']);
    expect(revisions[0]?.figures.find(({ input }) => input === 'investment_1')).toEqual({
      input: 'investment_1',
      typed: '9/94',
      value: 900 / 94,
    });
  });

  test('that nobody changed make no new revision', async () => {
    await scenarios.save(typed(), 0, author);
    const [first] = await scenarios.listNewest();
    if (!first) throw new Error('nothing was saved');
    expect(await scenarios.save(typedAgain(first), 1, author)).toMatchObject({ outcome: 'unchanged' });
    expect(await scenarios.save(typed({ enterprise_employment: '27,3 %' }), 1, author)).toMatchObject({ outcome: 'unchanged' });
    expect(await scenarios.historyOf(first)).toHaveLength(1);
  });

  test('that somebody else saved meanwhile are not overwritten', async () => {
    await scenarios.save(typed(), 0, author);
    const late = await scenarios.save(typed({ wage: '80' }), 0, { ...author, name: 'bolat' });
    expect(late).toMatchObject({ outcome: 'outdated', newest: { revision: 1, savedByName: 'aigerim' } });
    const together = await Promise.all(['81', '82'].map((wage) => scenarios.save(typed({ wage }), 1, author)));
    expect(together.map(({ outcome }) => outcome).sort()).toEqual(['outdated', 'saved']);
    expect(await scenarios.listNewest()).toMatchObject([{ revision: 2 }]);
  });

  test('are refused with every field named, and may lack some figures but not all', async () => {
    const faults = await scenarios.save(typed({ enterprise_output: '101', wage: 'much', tourism: '50', source: '' }), 0, author);
    expect(faults).toMatchObject({
      outcome: 'faulty',
      faults: [
        { field: 'enterprise_output', code: 'aboveMaximum' },
        { field: 'wage', code: 'notANumber' },
        { field: 'tourism', code: 'notAFlag' },
        { field: 'source', code: 'required' },
      ],
    });
    const root = await scenarios.save(typed({ natural_growth: '-60' }), 0, author);
    expect(root).toMatchObject({ faults: [{ field: 'natural_growth', code: 'negativeRoot' }] });
    const nothing = rawScenarioFrom({ town: 'balkhash', year: '2023', source: 'Table 3' }, inputIds);
    expect(await scenarios.save(nothing, 0, author)).toMatchObject({ faults: [{ code: 'nothingEntered' }] });
    expect(await scenarios.save(typed({ wage: '' }), 0, author)).toMatchObject({ outcome: 'saved' });
  });

  test('come from a file as a whole or not at all', async () => {
    const good = { ...balkhash?.inputs, town: 'balkhash', year: '2023', source: 'Table 3', enterprise_employment: '27,3' };
    const refused = await scenarios.importCsv(
      csvOf([good, { ...good, town: 'temirtau' }, { ...good, wage: '1/0' }, good, { town: 'karazhal', year: '2023' }]),
      author,
    );
    expect(refused).toMatchObject({
      faults: [
        { row: 3, field: 'town', code: 'unknownTown' },
        { row: 4, field: 'wage', code: 'zeroDenominator' },
        { row: 4, field: 'town', code: 'alreadyInFile', values: { line: '2' } },
        { row: 5, field: 'town', code: 'alreadyInFile', values: { line: '2' } },
      ],
    });
    expect(await scenarios.listNewest()).toEqual([]);
    const other = { ...good, town: 'karazhal', wage: '96' };
    expect(await scenarios.importCsv(csvOf([good, other]), author)).toEqual({ added: 2, revised: 0, unchanged: 0 });
    expect(await scenarios.importCsv(csvOf([good, { ...other, wage: '97' }]), author)).toEqual({
      added: 0,
      revised: 1,
      unchanged: 1,
    });
    expect(await scenarios.importCsv(csvOf([good], ','), author)).toMatchObject({ faults: [{ code: 'brokenRow' }] });
    expect(await scenarios.importCsv(csvOf(Array.from({ length: 51 }, () => good)), author)).toMatchObject({
      faults: [{ code: 'tooManyRows', values: { limit: 50, count: 51 } }],
    });
  });
});
