import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { configFrom } from '../../server/config.js';
import { loadDefinitions } from '../../server/definitions/index.js';
import { dialectOf, fileFormatFrom } from '../../server/export/files/profile.js';
import { takeSnapshot } from '../../server/export/files/snapshot.js';
import { responseColumnsOf } from '../../server/export/tables/responseColumns.js';
import { responsesTableFrom } from '../../server/export/tables/responsesTable.js';
import type { StoredResponse } from '../../server/respond/index.js';
import { createResponseRepository } from '../../server/respond/response.repository.js';
import { aWave, drawnResponses } from '../support/resultsScenario.js';
import { openEmbeddedDatabase } from '../support/embeddedDatabase.js';

const ROWS = 100_000;
const DIFFERENT = 500;
const BATCH = 1000;
const MEGABYTE = 2 ** 20;

export interface ExportMeasurement {
  rows: number;
  bytes: number;
  seconds: number;
  copySeconds: number;
  peakMegabytes: number;
  baseMegabytes: number;
}

const definition = loadDefinitions(configFrom({}).rootDir).definition('residents', 1);
const wave = aWave();
const drawn = drawnResponses(wave, 'zhezkazgan', definition, DIFFERENT, 1);

const database = await openEmbeddedDatabase();
const repository = createResponseRepository(database.connection);
for (let first = 0; first < ROWS; first += BATCH)
  await repository.insertMany(Array.from({ length: BATCH }, (_, at) => differentResponse(first + at)));

/** Answers of one of the drawn people under an id of its own. */
function differentResponse(at: number): StoredResponse {
  const response = drawn[at % DIFFERENT];
  if (!response) throw new Error('nobody was drawn');
  return { ...response, _id: createHash('sha256').update(String(at)).digest('hex').slice(0, 32) };
}

const memory = { peak: 0 };
const watch = setInterval(() => {
  memory.peak = Math.max(memory.peak, process.memoryUsage().rss);
}, 20);
const folder = await mkdtemp(join(tmpdir(), 'aleuet-bench-'));
try {
  const baseMegabytes = process.memoryUsage().rss / MEGABYTE;
  const format = fileFormatFrom('machine', {});
  const table = responsesTableFrom(
    responseColumnsOf(definition, new Map()),
    repository.streamTown({ wave: wave.slug, townId: 'zhezkazgan' }),
    format,
    () => undefined,
  );

  const started = performance.now();
  const snapshot = await takeSnapshot(folder, table, dialectOf('machine'));
  await pipeline(snapshot.read(), createWriteStream(join(folder, 'sent.csv')));
  const seconds = (performance.now() - started) / 1000;

  const copyStarted = performance.now();
  await pipeline(createReadStream(join(folder, 'sent.csv')), createWriteStream(join(folder, 'copy.csv')));
  const copySeconds = (performance.now() - copyStarted) / 1000;

  process.send?.({
    rows: snapshot.rows,
    bytes: snapshot.bytes,
    seconds,
    copySeconds,
    peakMegabytes: memory.peak / MEGABYTE,
    baseMegabytes,
  } satisfies ExportMeasurement);
} finally {
  clearInterval(watch);
  await rm(folder, { recursive: true });
  await database.dispose();
}
