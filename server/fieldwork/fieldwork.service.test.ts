import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.js';
import { study, wave } from '../../test/support/wave.js';
import { loadDefinitions } from '../definitions/index.js';
import { createFieldworkService } from './fieldwork.service.js';
import { createStudyRepository } from './studies.repository.js';
import { createUnstoredCountRepository } from './unstoredCounts.repository.js';
import type { FieldworkService } from './wave.js';
import { createWaveRepository } from './waves.repository.js';

let database: TestDatabase;
let fieldwork: FieldworkService;
let now = new Date('2026-03-15T10:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  fieldwork = createFieldworkService({
    clock: () => now,
    graceHours: 24,
    definitions: loadDefinitions(process.cwd()),
    learnDefinitions: () => Promise.resolve(),
    waves: createWaveRepository(database.connection),
    studies: createStudyRepository(database.connection),
    counts: createUnstoredCountRepository(database.connection),
  });
  await fieldwork.createStudy(study());
});
afterAll(async () => {
  await database.dispose();
});

describe('studies and waves in the store', () => {
  it('come back as they were written', async () => {
    const written = wave({
      slug: 'written',
      towns: [
        { townId: 'satpayev', populationSize: 61, enterpriseName: { kk: 'Кен', ru: 'Рудник', en: 'Mine' } },
        { townId: 'balkhash' },
      ],
    });
    await fieldwork.createWave(written);
    expect(await fieldwork.getWave('written')).toEqual(written);
    expect(await fieldwork.getStudy('study')).toEqual(study());
  });

  it('share no address', async () => {
    await fieldwork.createWave(wave({ slug: 'once' }));
    await expect(fieldwork.createWave(wave({ slug: 'once' }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(fieldwork.createStudy(study())).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are found by town, year and population, those that open last first', async () => {
    await fieldwork.createWave(wave({ slug: 'ridder-1', referenceYear: 2001, towns: [{ townId: 'ridder' }] }));
    await fieldwork.createWave(
      wave({ slug: 'ridder-2', referenceYear: 2002, opens: '2026-03-05', towns: [{ townId: 'abai' }, { townId: 'ridder' }] }),
    );
    const slugs = async (filter: Parameters<FieldworkService['listWaves']>[0]) =>
      (await fieldwork.listWaves(filter)).map(({ slug }) => slug);
    expect(await slugs({ townId: 'ridder' })).toEqual(['ridder-2', 'ridder-1']);
    expect(await slugs({ townId: 'ridder', referenceYear: 2001 })).toEqual(['ridder-1']);
    expect(await slugs({ townId: 'ridder', population: 'researchers' })).toEqual([]);
  });

  it('belong to towns and questionnaires that exist', async () => {
    await expect(fieldwork.createWave(wave({ slug: 'a', towns: [{ townId: 'atlantis' }] }))).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(fieldwork.createWave(wave({ slug: 'a', definitionVersion: 99 }))).rejects.toMatchObject({ code: 'notFound' });
    await expect(fieldwork.createWave(wave({ slug: 'a', study: 'none' }))).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the life of a wave', () => {
  it('begins planned and can be changed only until it opens', async () => {
    const planned = wave({ slug: 'life' });
    await fieldwork.createWave(planned);
    await fieldwork.changePlan({ ...planned, towns: [{ townId: 'satpayev' }] });
    await fieldwork.changeState('life', 'open');
    await expect(fieldwork.changePlan(planned)).rejects.toMatchObject({ code: 'conflict' });
    expect((await fieldwork.getWave('life')).towns).toEqual([{ townId: 'satpayev' }]);
  });

  it('cannot begin in another state', async () => {
    await expect(fieldwork.createWave(wave({ slug: 'open-at-once', state: 'open' }))).rejects.toMatchObject({ code: 'conflict' });
    expect(await fieldwork.findWave('open-at-once')).toBeNull();
  });

  it('does not open while its consent text has an empty place', async () => {
    await fieldwork.createWave(wave({ slug: 'nameless', organiserContact: '' }));
    await expect(fieldwork.changeState('nameless', 'open')).rejects.toMatchObject({
      code: 'invalidInput',
      faults: [{ field: 'organiserContactEmpty' }],
    });
    expect((await fieldwork.getWave('nameless')).state).toBe('planned');
  });

  it('remembers the moment of closing for the hours of grace', async () => {
    await fieldwork.createWave(wave({ slug: 'closing' }));
    await fieldwork.changeState('closing', 'open');
    const closed = await fieldwork.changeState('closing', 'closed');
    expect(closed.closedAt).toEqual(now);
    expect(fieldwork.acceptsSubmissions(closed)).toBe(true);
    now = new Date('2026-03-16T10:00:00Z');
    expect(fieldwork.acceptsSubmissions(closed)).toBe(false);
    now = new Date('2026-03-15T10:00:00Z');
  });

  it('goes no way back: a closed wave never opens again', async () => {
    await expect(fieldwork.changeState('closing', 'open')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes a step once when several press the button together', async () => {
    await fieldwork.createWave(wave({ slug: 'together' }));
    const presses = await Promise.allSettled(Array.from({ length: 5 }, () => fieldwork.changeState('together', 'open')));
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('what ended without a response', () => {
  it('is counted exactly, whoever comes at the same moment, and summed over the days', async () => {
    await fieldwork.createWave(wave({ slug: 'counted', towns: [{ townId: 'satpayev' }, { townId: 'balkhash' }] }));
    await Promise.all(Array.from({ length: 20 }, () => fieldwork.countUnstored('counted', 'satpayev', 'declined')));
    await fieldwork.countUnstored('counted', 'balkhash', 'deleted');
    now = new Date('2026-03-16T10:00:00Z');
    await fieldwork.countUnstored('counted', 'satpayev', 'declined');
    await fieldwork.countUnstored('counted', 'satpayev', 'screenedOut');
    expect(await fieldwork.unstoredCounts('counted')).toEqual([
      { townId: 'balkhash', outcome: 'deleted', count: 1 },
      { townId: 'satpayev', outcome: 'declined', count: 21 },
      { townId: 'satpayev', outcome: 'screenedOut', count: 1 },
    ]);
  });

  it('leaves nothing but wave, town, day and numbers', async () => {
    const documents = await database.connection.collection('unstoredCounts').find({ wave: 'counted' }).toArray();
    const fields = new Set(documents.flatMap((document) => Object.keys(document)));
    expect([...fields].toSorted()).toEqual(['_id', 'day', 'declined', 'deleted', 'screenedOut', 'townId', 'wave']);
    expect(documents.map(({ day }) => day as string).toSorted()).toEqual(['2026-03-15', '2026-03-15', '2026-03-16']);
  });
});
