import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { csvFrom, type Dialect, type Row, type Table } from '../../csv/index.js';

/** A finished file that nobody has seen yet: counted and hashed, ready to be sent once. */
export interface Snapshot {
  rows: number;
  bytes: number;
  /** Of all bytes, the byte order mark included; in hexadecimal. */
  sha256: string;
  /** The bytes; the file is gone when they have been read or the reading was given up. */
  read(): Readable;
  /** Instead of reading. */
  discard(): Promise<void>;
}

/**
 * Writes a table to a file that has no name: it is taken out of its folder as soon as it is open, so that neither a
 * crash nor a break-off leaves it behind. Memory holds one piece of it at a time.
 */
export async function takeSnapshot(folder: string, table: Table, dialect: Dialect): Promise<Snapshot> {
  const handle = await openNameless(folder);
  try {
    const counted = { rows: 0 };
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const text of csvFrom({ columns: table.columns, rows: counting(table.rows, counted) }, dialect)) {
      const piece = Buffer.from(text);
      hash.update(piece);
      bytes += piece.length;
      await handle.appendFile(piece);
    }
    return {
      rows: counted.rows,
      bytes,
      sha256: hash.digest('hex'),
      read: () => handle.createReadStream({ start: 0 }),
      discard: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openNameless(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}

async function* counting(rows: Table['rows'], counted: { rows: number }): AsyncGenerator<Row> {
  for await (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}
