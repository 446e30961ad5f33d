import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'bson';
import Database from 'libsql';
import { MongoClient, ObjectId } from 'mongodb';
import { startEmbeddedStore } from '../../server/database/embedded/index.js';
import type { BenchRow } from './benchRow.js';

const CLIENTS = 32;
const RUN_MS = 3000;
const GROUPED_DOCUMENTS = 100_000;
const INSERTED_AT_ONCE = 1000;

/** A response of twenty answers, about 300 bytes of BSON. */
const response = (n: number): { _id: ObjectId; wave: string; town: number; answers: Record<string, number> } => ({
  _id: new ObjectId(),
  wave: `wave-${n % 7}`,
  town: n % 27,
  answers: Object.fromEntries(Array.from({ length: 20 }, (_, item) => [`q${item}`, (n * item) % 5])),
});

/** The embedded store beside the same rows written and read through libsql without a server in between. */
export async function benchStore(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aleuet-bench-store-'));
  const store = await startEmbeddedStore({
    dataDir: join(folder, 'data'),
    log: { info: () => undefined, error: () => undefined },
  });
  const client = new MongoClient(store.uri, { maxPoolSize: CLIENTS });
  try {
    return await measure(client, new RawSqlite(join(folder, 'raw.sqlite')));
  } finally {
    await client.close();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(client: MongoClient, raw: RawSqlite): Promise<BenchRow[]> {
  const responses = client.db('bench').collection<ReturnType<typeof response>>('responses');
  await responses.createIndexes([{ key: { wave: 1, town: 1 } }]);
  const inserts = await perSecond(CLIENTS, (n) => responses.insertOne(response(n)));
  const rawInserts = await perSecond(1, (n) => raw.insertDurably(response(n)));

  const ids = (await responses.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
  const idAt = (n: number): ObjectId => ids[n % ids.length] ?? new ObjectId();
  const reads = await perSecond(CLIENTS, (n) => responses.findOne({ _id: idAt(n) }));
  const rawReads = await perSecond(1, (n) => raw.read(n));

  await responses.deleteMany({});
  const bulkMs = await elapsed(async () => {
    for (let n = 0; n < GROUPED_DOCUMENTS; n += INSERTED_AT_ONCE) {
      await responses.insertMany(Array.from({ length: INSERTED_AT_ONCE }, (_, at) => response(n + at)));
    }
  });
  const rawBulkMs = await elapsed(() => raw.insertAllAtOnce(GROUPED_DOCUMENTS));
  const groupMs = await elapsed(() =>
    responses.aggregate([{ $group: { _id: '$town', n: { $sum: 1 }, mean: { $avg: '$answers.q3' } } }]).toArray(),
  );
  const scanMs = await elapsed(() => raw.readAll());
  raw.close();
  const thousand = GROUPED_DOCUMENTS / 1000;
  return [
    {
      name: `durable inserts, ${CLIENTS} clients, one index`,
      value: inserts,
      unit: '/s',
      yardstick: { name: 'libsql, one COMMIT each', value: rawInserts },
    },
    {
      name: `reads by _id, ${CLIENTS} clients`,
      value: reads,
      unit: '/s',
      yardstick: { name: 'libsql, by row id', value: rawReads },
    },
    {
      name: `${thousand},000 inserts, ${INSERTED_AT_ONCE} at once`,
      value: bulkMs,
      unit: 'ms',
      yardstick: { name: 'libsql, one big COMMIT', value: rawBulkMs },
    },
    {
      name: `$group of ${thousand},000 documents`,
      value: groupMs,
      unit: 'ms',
      yardstick: { name: 'libsql, reading the same rows only', value: scanMs },
    },
  ];
}

async function perSecond(clients: number, operation: (n: number) => unknown): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < RUN_MS) {
        done += 1;
        await operation(done);
      }
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

async function elapsed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The same rows, durability and index in SQLite itself. */
class RawSqlite {
  private readonly database: Database.Database;
  private readonly insert: Database.Statement;
  private readonly byRow: Database.Statement;
  private rows = 0;

  constructor(path: string) {
    this.database = new Database(path);
    this.database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      CREATE TABLE responses (id INTEGER PRIMARY KEY, wave TEXT, town INTEGER, document BLOB);
      CREATE INDEX by_town ON responses (wave, town);
    `);
    this.insert = this.database.prepare('INSERT INTO responses VALUES (?, ?, ?, ?)');
    this.byRow = this.database.prepare('SELECT document FROM responses WHERE id = ?');
  }

  insertDurably(row: ReturnType<typeof response>): void {
    this.database.exec('BEGIN IMMEDIATE');
    this.add(row);
    this.database.exec('COMMIT');
  }

  insertAllAtOnce(count: number): void {
    this.database.exec('BEGIN IMMEDIATE');
    for (let n = 0; n < count; n += 1) this.add(response(n));
    this.database.exec('COMMIT');
  }

  read(n: number): unknown {
    return this.byRow.get([(n % this.rows) + 1]);
  }

  readAll(): void {
    this.database.prepare('SELECT document FROM responses LIMIT ?').all([GROUPED_DOCUMENTS]);
  }

  close(): void {
    this.database.close();
  }

  private add(row: ReturnType<typeof response>): void {
    this.rows += 1;
    this.insert.run([this.rows, row.wave, row.town, Buffer.from(serialize(row))]);
  }
}
