import { copyFile, mkdir, open, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../../config.js';
import { openDatabase } from '../../database/index.js';
import { createLogger } from '../../http/requestLog.js';

const SQLITE_MAGIC = 'SQLite format 3\0';

/**
 * `npm run restore -- FILE`: puts a backup in the place of the store of a stopped server. What was there is kept beside it
 * under a name with the time, never deleted.
 */
async function restore(file: string | undefined): Promise<number> {
  const config = readConfig();
  if (file === undefined) return refuse('Say from where: npm run restore -- FILE');
  if (config.mongodbUri !== undefined) return refuse('This store is a MongoDB; restore it with its own tools (mongorestore).');
  if (!existsSync(file)) return refuse(`There is no file ${file}.`);
  if (!(await isSqlite(file))) return refuse(`${file} is not a backup of this store.`);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const store = join(config.dataDir, 'store.sqlite');
  const kept = `${store}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  if (existsSync(store)) {
    // Opening takes the folder's lock (a running server refuses) and closing writes the log into the file.
    await (await openDatabase(config, createLogger('error'))).close();
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(`${store}${suffix}`)) await rename(`${store}${suffix}`, `${kept}${suffix}`);
    console.log(`The former store is kept as ${kept}`);
  }
  await copyFile(resolve(file), store);
  await (await openDatabase(config, createLogger('error'))).close();
  console.log(`Restored from ${file}`);
  return 0;
}

function refuse(reason: string): number {
  console.error(reason);
  return 1;
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(SQLITE_MAGIC.length), 0, SQLITE_MAGIC.length, 0);
    return buffer.toString('latin1') === SQLITE_MAGIC;
  } finally {
    await handle.close();
  }
}

process.exit(
  await restore(process.argv[2]).catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error))),
);
