import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { socketPathFor, startEmbeddedStore } from '../../server/database/embedded/index.js';
import type { TestStore } from './openStore.js';
import { openStore, silentLog } from './openStore.js';

let opened: TestStore | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe('The embedded store', () => {
  it('is started again when it dies, at the same address, and says so', async () => {
    const seen: string[] = [];
    opened = await openStore({ onDown: () => seen.push('down'), onUp: () => seen.push('up') });
    const { store, db } = opened;
    const { uri } = store;
    await db.collection('kept').insertOne({ a: 1 });
    process.kill(store.pid() ?? 0, 'SIGKILL');
    while (store.isReady()) await setTimeout(1);
    expect(store.pid()).toBeUndefined();
    while (!store.isReady()) await setTimeout(20);
    expect(await db.collection('kept').countDocuments()).toBe(1);
    expect([seen, store.uri]).toEqual([['down', 'up'], uri]);
  });

  it('keeps what it has over a stop, and leaves an empty log and no socket', async () => {
    opened = await openStore();
    await opened.db.collection('kept').insertOne({ a: 1 });
    await opened.client.close();
    await opened.store.stop();
    expect(opened.store.isReady()).toBe(false);
    const log = join(opened.dataDir, 'store.sqlite-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
    expect(existsSync(join(opened.dataDir, 'store.sock'))).toBe(false);
    const again = await startEmbeddedStore({ dataDir: opened.dataDir, log: silentLog });
    const client = new MongoClient(again.uri);
    expect(await client.db('test').collection('kept').countDocuments()).toBe(1);
    await client.close();
    await again.stop();
  });

  it('holds its data folder for one app alone', async () => {
    opened = await openStore();
    const second = startEmbeddedStore({ dataDir: opened.dataDir, log: silentLog });
    await expect(second).rejects.toThrow(/another process is using the data folder/);
    expect(await opened.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('moves its socket to a private folder when the path of the data folder is too long for one', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'aleuet-long-'));
    const dataDir = join(parent, 'д'.repeat(60), 'data');
    await mkdir(dataDir, { recursive: true });
    const path = socketPathFor(dataDir);
    expect(Buffer.byteLength(path)).toBeLessThan(104);
    opened = await openStore({ dataDir });
    await opened.db.collection('some').insertOne({ a: 1 });
    expect(lstatSync(join(path, '..')).mode & 0o777).toBe(0o700);
    await opened.close();
    opened = undefined;
    await rm(parent, { recursive: true });
  });

  it('copies itself into one file while it is written to', async () => {
    opened = await openStore();
    const copyFolder = await mkdtemp(join(tmpdir(), 'aleuet-copy-'));
    const answers = opened.db.collection('answers');
    await answers.insertMany(Array.from({ length: 200 }, (_, n) => ({ n })));
    const path = join(copyFolder, 'store.sqlite');
    const admin = opened.client.db('admin');
    const [copied] = await Promise.all([admin.command({ aleuetBackup: 1, path }), answers.insertOne({ n: 200 })]);
    expect(copied).toMatchObject({ ok: 1 });
    await expect(opened.db.command({ aleuetBackup: 1, path: `${path}2` })).rejects.toMatchObject({ code: 13 });
    await expect(admin.command({ aleuetBackup: 1, path: 'relative' })).rejects.toMatchObject({ code: 2 });
    const copy = await startEmbeddedStore({ dataDir: copyFolder, log: silentLog });
    const client = new MongoClient(copy.uri);
    expect(
      await client
        .db('test')
        .collection('answers')
        .countDocuments({ n: { $lt: 200 } }),
    ).toBe(200);
    await client.close();
    await copy.stop();
    await rm(copyFolder, { recursive: true });
  });

  it('empties its log at a checkpoint, so that what was erased is nowhere in its files', async () => {
    opened = await openStore();
    const drafts = opened.db.collection('drafts');
    await drafts.insertOne({ answer: 'a very particular answer' });
    await drafts.deleteOne({});
    expect(await opened.client.db('admin').command({ aleuetCheckpoint: 1 })).toMatchObject({ done: true });
    for (const file of ['store.sqlite', 'store.sqlite-wal']) {
      expect(readFileSync(join(opened.dataDir, file)).includes('a very particular answer')).toBe(false);
    }
  });
});
