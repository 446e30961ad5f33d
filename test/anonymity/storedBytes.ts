import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from '../support/testApp.js';

/** What somebody finds who takes the data folder away after a checkpoint: every byte of every file. */
export async function storedBytes(app: TestApp): Promise<Buffer> {
  await checkpoint(app);
  return bytesOfFolder(app.dependencies.config.dataDir);
}

export async function bytesOfFolder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
}

/** Has the store write its log into its file; a store at work says "not now". */
export async function checkpoint(app: TestApp): Promise<void> {
  const admin = app.dependencies.database.connection.getClient().db('admin');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await admin.command({ aleuetCheckpoint: 1 })).done === true) return;
    await sleep(20);
  }
  throw new Error('the store was too busy for a checkpoint');
}

export function countOf(bytes: Buffer, wanted: Buffer | string): number {
  return placesOf(bytes, wanted).length;
}

export function placesOf(bytes: Buffer, wanted: Buffer | string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** A field's name as BSON writes it. */
export const fieldName = (name: string): string => `${name}\0`;

/** Whether a secret stands in the bytes: as it is, decoded, or as one of the hashes that anybody would try first. */
export function holdsSecret(bytes: Buffer, secret: string): boolean {
  return formsOf(secret).some((form) => bytes.includes(form));
}

function formsOf(secret: string): Buffer[] {
  const plain = [Buffer.from(secret), Buffer.from(secret, 'utf16le')];
  if (/^[A-Za-z0-9_-]{22}$/.test(secret)) plain.push(Buffer.from(secret, 'base64url'));
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
    const hash = createHash(algorithm).update(secret).digest();
    return [hash, ...(['hex', 'base64', 'base64url'] as const).map((encoding) => Buffer.from(hash.toString(encoding)))];
  });
  return [...plain, ...hashes];
}

/** Moments between two times in milliseconds, as BSON's 8 bytes, as a key that sorts, or as SQLite's 6 bytes. */
export function momentsWithin(bytes: Buffer, from: Date, to: Date): string[] {
  const [first, last] = [from.getTime(), to.getTime()];
  const found = new Set<number>();
  for (let at = 0; at + 6 <= bytes.length; at += 1) {
    for (const time of [bytes.readUIntBE(at, 6), bytes.readUIntLE(at, 6)]) if (time >= first && time <= last) found.add(time);
  }
  return [...found].sort((a, b) => a - b).map((time) => new Date(time).toISOString());
}
