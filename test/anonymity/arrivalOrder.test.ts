import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteConnection, type SqlRow } from '../../server/database/embedded/sqlite.js';
import { createMatrixRepository } from '../../server/results/matrix/matrix.repository.js';
import { idsOf } from '../../server/results/matrix/matrixBlock.js';
import { FIELD_DAY, openWave } from '../support/openWave.js';
import { drawnAnswers, seededNumbers } from '../support/resultsScenario.js';
import { startTestApp, type TestApp } from '../support/testApp.js';
import { Phone, type KnownOfPhone } from './phone.js';
import { checkpoint, placesOf, storedBytes } from './storedBytes.js';
import { byPage, NO_TREND, trendOf } from './trend.js';

const WAVE = 'one-after-another';
const PHONES = 48;

let app: TestApp;
const phones: KnownOfPhone[] = [];

/** Phones answer one after the other, as in an office where somebody watches the door. */
beforeAll(async () => {
  app = await startTestApp({ clock: () => FIELD_DAY });
  const { definitions, fieldwork, results } = app.dependencies;
  await openWave(fieldwork, { slug: WAVE });
  const definition = definitions.definition('residents', 1);
  const random = seededNumbers(5);
  for (let phone = 0; phone < PHONES; phone += 1) {
    phones.push(await new Phone(app.baseUrl, WAVE, definition).answerBriefly(drawnAnswers(definition, random)));
    if (phone % 12 === 11) await results.foldNow();
  }
});
afterAll(() => app.close());

/** For each phone in the order of arrival the place of its document in a list of ids. */
function placesIn(ids: readonly string[], idOf: (phone: KnownOfPhone) => string): number[] {
  const places = phones.map((phone) => ids.indexOf(idOf(phone)));
  expect(places).not.toContain(-1);
  return places;
}

const responseIdOf = ({ responseId }: KnownOfPhone): string => responseId;
const draftIdOf = ({ draftId }: KnownOfPhone): string => draftId;

async function rowsOf(collection: string): Promise<SqlRow[]> {
  await checkpoint(app);
  const sqlite = new SqliteConnection(join(app.dependencies.config.dataDir, 'store.sqlite'), 1_000);
  const [id] = sqlite.get('SELECT id FROM collections WHERE name = ?', [collection]) ?? [];
  const rows = sqlite.all(`SELECT r, d FROM c${Number(id)} ORDER BY r`);
  sqlite.close();
  return rows;
}

describe('the order of arrival', () => {
  it('is what this test would notice: the control', () => {
    const inOrder = phones.map((_, at) => at);
    expect(trendOf([inOrder])).toBeGreaterThan(NO_TREND);
    expect(trendOf([inOrder.toReversed()])).toBeLessThan(-NO_TREND);
    expect(Math.abs(trendOf([phones.map(({ responseId }) => parseInt(responseId.slice(0, 8), 16))]))).toBeLessThan(NO_TREND);
  });

  it.each([
    ['responses', responseIdOf],
    ['drafts', draftIdOf],
  ] as const)('is not that of the documents that a reader of %s gets', async (collection, idOf) => {
    const documents = await app.dependencies.database.connection.collection(collection).find().project({ _id: 1 }).toArray();
    const ids = documents.map(({ _id }) => String(_id));
    expect(Math.abs(trendOf([placesIn(ids, idOf)]))).toBeLessThan(NO_TREND);
  });

  it.each([
    ['responses', responseIdOf],
    ['drafts', draftIdOf],
  ] as const)('is not that of the row ids of %s, which do not join a phone with its answers either', async (collection, idOf) => {
    const rows = await rowsOf(collection);
    const rowIds = phones.map((phone) => Number(rows.find(([, document]) => (document as Buffer).includes(idOf(phone)))?.[0]));
    expect(new Set(rowIds).size).toBe(PHONES);
    expect(Math.abs(trendOf([rowIds]))).toBeLessThan(NO_TREND);
  });

  it('is not that of the rows inside a block of the data matrix', async () => {
    const matrix = createMatrixRepository(app.dependencies.database.connection);
    const blocks = await matrix.listBlocks({ wave: WAVE, townId: 'zhezkazgan' });
    expect(Math.abs(trendOf([placesIn(blocks.flatMap(idsOf), responseIdOf)]))).toBeLessThan(NO_TREND);
  });

  it.each([
    ['responses', responseIdOf],
    ['drafts', draftIdOf],
  ] as const)(
    'cannot be read from where the bytes of %s lie in the file, neither of documents nor of indexes',
    async (_, idOf) => {
      const bytes = await storedBytes(app);
      const places = phones.flatMap((phone) => placesOf(bytes, idOf(phone)));
      expect(places.length, 'each stands in a document and in the index of ids').toBeGreaterThanOrEqual(2 * PHONES);
      expect(Math.abs(trendOf([places]))).toBeLessThan(NO_TREND);
      expect(Math.abs(trendOf(byPage(places)))).toBeLessThan(NO_TREND);
    },
  );
});
