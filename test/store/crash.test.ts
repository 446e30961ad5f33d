import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { MongoClient } from 'mongodb';
import type { FaultRequest } from '../../server/database/embedded/protocol.js';
import { startEmbeddedStore } from '../../server/database/embedded/index.js';
import type { Findings, Ledger } from './crashWorkload.js';
import { INCREMENTS_UNDER_WAY, inspect, Workload } from './crashWorkload.js';
import type { TestStore } from './openStore.js';
import { openStore, silentLog } from './openStore.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** How often the store and the app are killed; set by vitest.crash.config.ts, absent in the short form. */
    crashRounds: number | undefined;
  }
}

const longRounds = inject('crashRounds');
const storeKills = longRounds ?? 2;
const appKills = longRounds ?? 1;

let opened: TestStore | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function openForWriting(fault?: FaultRequest): Promise<TestStore> {
  opened = await openStore(fault === undefined ? {} : { fault });
  await Workload.prepare(opened.client);
  return opened;
}

async function becomesReady(store: TestStore): Promise<void> {
  while (!store.store.isReady()) await setTimeout(20);
}

/** Everything acknowledged is there, nothing is torn, and every acknowledged increment counts once. */
function expectIntact(found: Findings, ledger: Ledger): void {
  expect({ lost: found.lost, torn: found.torn }).toEqual({ lost: [], torn: [] });
  expect(found.countedPairs).toBe(found.pairs);
  expect(found.increments).toBe(ledger.increments);
  expect(ledger.inserted.length).toBeGreaterThan(0);
  expect(ledger.pairs.length).toBeGreaterThan(0);
}

describe('Nothing the store has acknowledged is lost, torn or doubled', () => {
  it('when its process is killed at any moment', async () => {
    const store = await openForWriting();
    const workload = new Workload(store.client, store.store.uri, 'w');
    for (let round = 0; round < storeKills; round += 1) {
      await setTimeout(200 + Math.random() * 500);
      process.kill(store.store.pid() ?? 0, 'SIGKILL');
      while (store.store.isReady()) await setTimeout(1);
      await becomesReady(store);
    }
    await setTimeout(200);
    const ledger = await workload.stop();
    expectIntact(await inspect(store.client, [ledger]), ledger);
  });

  it('when its process dies between the COMMIT and the reply', async () => {
    const store = await openForWriting({ at: 'between-commit-and-reply', afterCommits: 60 });
    const pid = store.store.pid();
    const workload = new Workload(store.client, store.store.uri, 'w');
    while (store.store.pid() === pid) await setTimeout(20);
    await becomesReady(store);
    await setTimeout(200);
    const ledger = await workload.stop();
    expectIntact(await inspect(store.client, [ledger]), ledger);
  });

  it('when the whole app is killed, its store with it', async () => {
    const store = await openForWriting();
    await store.client.close();
    await store.store.stop();
    const ledgers: Ledger[] = [];
    for (let round = 0; round < appKills; round += 1) ledgers.push(await runAppUntilKilled(store.dataDir, `r${round}`));
    const again = await startEmbeddedStore({ dataDir: store.dataDir, log: silentLog });
    const client = new MongoClient(again.uri);
    const found = await inspect(client, ledgers);
    await client.close();
    await again.stop();
    await rm(store.dataDir, { recursive: true, force: true });
    const acknowledged = ledgers.reduce((sum, ledger) => sum + ledger.increments, 0);
    expect({ lost: found.lost, torn: found.torn }).toEqual({ lost: [], torn: [] });
    expect(found.countedPairs).toBe(found.pairs);
    expect(found.increments).toBeGreaterThanOrEqual(acknowledged);
    expect(found.increments).toBeLessThanOrEqual(acknowledged + appKills * INCREMENTS_UNDER_WAY);
    expect(acknowledged).toBeGreaterThan(0);
  });
});

describe('The crash test itself', () => {
  it('finds the loss in a store that acknowledges before the COMMIT', async () => {
    const store = await openForWriting({ at: 'acknowledged-before-commit', afterCommits: 60 });
    const pid = store.store.pid();
    const workload = new Workload(store.client, store.store.uri, 'w');
    while (store.store.pid() === pid) await setTimeout(20);
    await becomesReady(store);
    const ledger = await workload.stop();
    const found = await inspect(store.client, [ledger]);
    expect(found.lost.length + ledger.increments - found.increments).toBeGreaterThan(0);
  });
});

async function runAppUntilKilled(dataDir: string, prefix: string): Promise<Ledger> {
  const app = fork(fileURLToPath(new URL('./crashApp.ts', import.meta.url)), [dataDir, prefix], {
    execArgv: ['--import', 'tsx'],
  });
  let ledger: Ledger = { inserted: [], pairs: [], increments: 0 };
  let storePid: number | undefined;
  app.on('message', (told: { ledger?: Ledger; storePid?: number }) => {
    ledger = told.ledger ?? ledger;
    storePid = told.storePid ?? storePid;
  });
  while (ledger.inserted.length < 50) await setTimeout(20);
  await setTimeout(Math.random() * 300);
  app.kill('SIGKILL');
  await once(app, 'exit');
  await untilGone(storePid ?? 0);
  return ledger;
}

/** The store ends by itself when its app is gone. */
async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await setTimeout(20);
  }
  throw new Error('the store outlived its app by five seconds');
}
