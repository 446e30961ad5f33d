import { setTimeout } from 'node:timers/promises';
import type { Collection, Document, MongoClient } from 'mongodb';
import { UUID } from 'mongodb';
import { RawClient } from './rawClient.js';

/** What the store has acknowledged: all of it has to be there after any crash. */
export interface Ledger {
  inserted: string[];
  pairs: string[];
  increments: number;
}

interface Marked {
  _id: string;
  n?: number;
}

const INSERTERS = 6;
const INCREMENTERS = 3;
const PAIR_WRITERS = 2;

/** How many increments can be on their way at once. */
export const INCREMENTS_UNDER_WAY = INCREMENTERS;

const collections = (client: MongoClient): Record<'singles' | 'left' | 'right' | 'counters', Collection<Marked>> => {
  const db = client.db('crash');
  return {
    singles: db.collection('singles'),
    left: db.collection('left'),
    right: db.collection('right'),
    counters: db.collection('counters'),
  };
};

/** Writers at full speed: single inserts, increments of one counter, and pairs of documents in transactions. */
export class Workload {
  readonly ledger: Ledger = { inserted: [], pairs: [], increments: 0 };
  private running = true;
  private readonly writers: Promise<void>[];

  constructor(
    private readonly client: MongoClient,
    private readonly uri: string,
    private readonly prefix: string,
    private readonly acknowledged: (ledger: Ledger) => void = () => undefined,
  ) {
    const { singles } = collections(client);
    this.writers = [
      ...this.repeat(INSERTERS, async (id) => {
        await singles.insertOne({ _id: id });
        this.ledger.inserted.push(id);
      }),
      ...Array.from({ length: INCREMENTERS }, () => this.increment()),
      ...this.repeat(PAIR_WRITERS, async (id) => {
        await this.writePair(id);
        this.ledger.pairs.push(id);
      }),
    ];
  }

  static async prepare(client: MongoClient): Promise<void> {
    const { counters, left, right, singles } = collections(client);
    await counters.insertMany([
      { _id: 'increments', n: 0 },
      { _id: 'pairs', n: 0 },
    ]);
    for (const collection of [left, right, singles]) await collection.createIndexes([{ key: { n: 1 } }]);
  }

  async stop(): Promise<Ledger> {
    this.running = false;
    await Promise.all(this.writers);
    return this.ledger;
  }

  private repeat(writers: number, write: (id: string) => Promise<void>): Promise<void>[] {
    return Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; this.running; turn += 1) {
        await write(`${this.prefix}-${writer}-${turn}`).then(
          () => this.acknowledged(this.ledger),
          () => setTimeout(5),
        );
      }
    });
  }

  /**
   * Adds one again and again, each time as one retryable write that is sent until it is acknowledged: the official driver
   * repeats only the first of the writes that a crash interrupts, and the counter is to be exact.
   */
  private async increment(): Promise<void> {
    const lsid = { id: new UUID() };
    const updates = [{ q: { _id: 'increments' }, u: { $inc: { n: 1 } } }];
    let raw: RawClient | undefined;
    for (let txnNumber = 1n; this.running;) {
      try {
        raw ??= await RawClient.connect(this.uri);
        const reply: Document = await raw.command({ update: 'counters', updates, $db: 'crash', lsid, txnNumber });
        if (reply.nModified !== 1) throw new Error(`an increment was answered with ${JSON.stringify(reply)}`);
        txnNumber += 1n;
        this.ledger.increments += 1;
        this.acknowledged(this.ledger);
      } catch {
        raw = undefined;
        await setTimeout(5);
      }
    }
    raw?.close();
  }

  private async writePair(id: string): Promise<void> {
    const { left, right, counters } = collections(this.client);
    await this.client.withSession((session) =>
      session.withTransaction(async () => {
        await left.insertOne({ _id: id }, { session });
        await counters.updateOne({ _id: 'pairs' }, { $inc: { n: 1 } }, { session });
        await right.insertOne({ _id: id }, { session });
      }),
    );
  }
}

export interface Findings {
  /** Acknowledged documents that are not there. */
  lost: string[];
  /** Halves of pairs without the other half. */
  torn: string[];
  pairs: number;
  countedPairs: number;
  increments: number;
}

export async function inspect(client: MongoClient, ledgers: readonly Ledger[]): Promise<Findings> {
  const { singles, left, right, counters } = collections(client);
  const idsOf = async (collection: Collection<Marked>): Promise<Set<string>> =>
    new Set((await collection.find({}, { batchSize: 5000 }).toArray()).map(({ _id }) => _id));
  const [single, lefts, rights] = [await idsOf(singles), await idsOf(left), await idsOf(right)];
  const lost = ledgers.flatMap(({ inserted, pairs }) => [
    ...inserted.filter((id) => !single.has(id)),
    ...pairs.filter((id) => !lefts.has(id)),
  ]);
  const torn = [...lefts, ...rights].filter((id) => lefts.has(id) !== rights.has(id));
  const countOf = async (id: string): Promise<number> => (await counters.findOne({ _id: id }))?.n ?? 0;
  return { lost, torn, pairs: lefts.size, countedPairs: await countOf('pairs'), increments: await countOf('increments') };
}
