import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './runCommand.js';

/** `npm run backup -- FILE`: one consistent copy of the embedded store, also while the server is running. */
await runCommand(async ({ database }, [file]) => {
  if (file === undefined) {
    console.error('Say where to: npm run backup -- FILE');
    return 1;
  }
  if (database.kind === 'mongodb') {
    console.error('This store is a MongoDB; back it up with its own tools (mongodump, or snapshots of its volumes).');
    return 1;
  }
  const path = resolve(file);
  if (existsSync(path)) {
    console.error(`${file} exists already and is not overwritten.`);
    return 1;
  }
  await database.connection.getClient().db('admin').command({ aleuetBackup: 1, path });
  console.log(`Backed up to ${file}`);
  return 0;
});
