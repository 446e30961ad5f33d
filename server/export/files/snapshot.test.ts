import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dialectOf } from './profile.js';
import { takeSnapshot } from './snapshot.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aleuet-snapshot-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('a finished file knows its rows, its length and the digest of exactly its bytes', async () => {
  const snapshot = await takeSnapshot(
    folder,
    {
      columns: ['a', 'b'],
      rows: [
        ['қ', 1],
        [null, 2.5],
      ],
    },
    dialectOf('excel-kk'),
  );
  const bytes = Buffer.from('\ufeffa;b\r\nқ;1\r\n;2,5\r\n');
  expect(snapshot).toMatchObject({ rows: 2, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  expect(await buffer(snapshot.read())).toEqual(bytes);
});

it('a file has no name in its folder, so that no crash leaves answers behind', async () => {
  const snapshot = await takeSnapshot(folder, { columns: ['a'], rows: [['x']] }, dialectOf('machine'));
  expect(await readdir(folder)).toEqual([]);
  await snapshot.discard();
});

it('a source that fails half-way gives no file', async () => {
  function* rows(): Generator<string[]> {
    yield ['x'.repeat(200_000)];
    throw new Error('the store is gone');
  }
  await expect(takeSnapshot(folder, { columns: ['a'], rows: rows() }, dialectOf('machine'))).rejects.toThrow('the store is gone');
  expect(await readdir(folder)).toEqual([]);
});
