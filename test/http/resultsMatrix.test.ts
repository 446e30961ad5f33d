import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../server/definitions/index.js';
import { createLogger } from '../../server/http/requestLog.js';
import { createResponseRepository } from '../../server/respond/response.repository.js';
import { createDataMatrix } from '../../server/results/matrix/dataMatrix.js';
import { voidOnce, type MatrixStores } from '../../server/results/matrix/fold.js';
import { createFolder, type Folder } from '../../server/results/matrix/folder.js';
import { createLeaseRepository } from '../../server/results/matrix/lease.repository.js';
import { createMatrixRepository } from '../../server/results/matrix/matrix.repository.js';
import { verifyMatrix } from '../../server/results/matrix/verifyMatrix.js';
import { aWave, drawnResponses } from '../support/resultsScenario.js';
import { openTestDatabase, type TestDatabase } from '../support/testDatabase.js';

const definitions = loadDefinitions(process.cwd());
const residents = definitions.definition('residents', 1);
const log = createLogger('silent');
const towns = ['zhezkazgan', 'balkhash'] as const;

let database: TestDatabase;
let stores: MatrixStores;
let seed = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  stores = {
    connection: database.connection,
    responses: createResponseRepository(database.connection),
    matrix: createMatrixRepository(database.connection),
    definitionOf: ({ definitionId, definitionVersion }) => definitions.definition(definitionId, definitionVersion),
  };
});
afterAll(() => database.dispose());

beforeEach(async () => {
  for (const collection of ['responses', 'matrix_blocks', 'matrix_heads', 'folder_leases'])
    await database.connection.collection(collection).deleteMany({});
});

function aFolder(): Folder {
  return createFolder({ stores, leases: createLeaseRepository(database.connection), log, clock: () => new Date() });
}

async function receive(count: number, townId: string = towns[0]): Promise<string[]> {
  seed += 1;
  const responses = drawnResponses(aWave(), townId, residents, count, seed);
  await createResponseRepository(database.connection).insertMany(responses);
  return responses.map(({ _id }) => _id);
}

describe('the data matrix', () => {
  it('holds every response once, and says so when compared with them', async () => {
    await receive(40);
    await aFolder().foldNow();
    expect(await verifyMatrix(stores)).toEqual({ responses: 40, rows: 40, waiting: 0, differences: [] });
  });

  it('equals the responses whatever comes, is folded and is made void in between, with two folders at work', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('receive' as const),
        count: fc.integer({ min: 1, max: 6 }),
        town: fc.constantFrom(...towns),
      }),
      fc.record({ kind: fc.constant('fold' as const), folders: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ kind: fc.constant('void' as const), which: fc.nat(100) }),
    );
    const folders = [aFolder(), aFolder()];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const ids: string[] = [];
        for (const next of steps) {
          if (next.kind === 'receive') ids.push(...(await receive(next.count, next.town)));
          else if (next.kind === 'fold') await Promise.all(folders.slice(0, next.folders).map((folder) => folder.foldNow()));
          else await voidOnce(stores, ids[next.which % Math.max(1, ids.length)] ?? 'nobody');
        }
        await Promise.all(folders.map((folder) => folder.foldNow()));
        const { differences, waiting } = await verifyMatrix(stores);
        expect({ differences, waiting }).toEqual({ differences: [], waiting: 0 });
      }),
      { numRuns: 8 },
    );
  });

  it('fills blocks of a thousand before it begins the next', async () => {
    await receive(1_050);
    await aFolder().foldNow();
    const blocks = await stores.matrix.listBlocks({ wave: 'residents-2019', townId: towns[0] });
    expect(blocks.map(({ rows }) => rows)).toEqual([1_000, 50]);
  });

  it('forgets a void response and takes a new version', async () => {
    const [first] = await receive(12);
    await aFolder().foldNow();
    const matrix = createDataMatrix(stores.matrix);
    const place = { wave: 'residents-2019', townId: towns[0] };
    const before = await matrix.read(place);
    expect(before.columns?.rows).toBe(12);
    expect(await voidOnce(stores, first ?? '')).toBe(true);
    expect(await voidOnce(stores, first ?? '')).toBe(false);
    const after = await matrix.read(place);
    expect(after.columns?.rows).toBe(11);
    expect(after.version).toBeGreaterThan(before.version);
  });

  it('is empty, not wrong, before the first answer', async () => {
    expect(await createDataMatrix(stores.matrix).read({ wave: 'nobody', townId: 'nowhere' })).toEqual({
      version: 0,
      columns: null,
    });
  });

  it('names a changed value, a lost row and a row without a response', async () => {
    const [changed, lost, erased] = await receive(3);
    await aFolder().foldNow();
    const responses = database.connection.collection<{ _id: string }>('responses');
    const stored = await responses.findOne({ _id: changed ?? '' });
    const answer = (stored as unknown as { answers: { d6_climate: number } }).answers.d6_climate;
    await responses.updateOne({ _id: changed ?? '' }, { $set: { 'answers.d6_climate': answer === 3 ? 4 : 3 } });
    await responses.deleteOne({ _id: erased ?? '' });
    await responses.updateOne({ _id: lost ?? '' }, { $set: { status: 'void' } });
    const { differences } = await verifyMatrix(stores);
    expect(differences).toHaveLength(3);
    expect(differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'column-differs', responseId: changed, column: 'items.d6_climate' }),
        expect.objectContaining({ kind: 'row-of-void-response', responseId: lost }),
        expect.objectContaining({ kind: 'row-without-response', responseId: erased }),
      ]),
    );
  });

  it('folds by itself, about a second after an answer came', async () => {
    const folder = aFolder();
    folder.start();
    await receive(5);
    const place = { wave: 'residents-2019', townId: towns[0] };
    await expect.poll(async () => (await stores.matrix.findHead(place))?.version ?? 0, { timeout: 3_000 }).toBe(1);
    await folder.stop();
    expect((await verifyMatrix(stores)).differences).toEqual([]);
  });
});
