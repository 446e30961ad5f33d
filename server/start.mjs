// Builds if the built files are missing or older than their sources, then starts the server (or the command named first).
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const marker = join(root, 'dist', '.built');
const SOURCES = ['server', 'scoring', 'survey-definitions', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

function newestChange(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

const built = existsSync(marker) ? statSync(marker).mtimeMs : 0;
if (built < Math.max(...SOURCES.map((name) => newestChange(join(root, name))))) {
  console.log('Building…');
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const outcome = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (outcome.status !== 0) process.exit(outcome.status ?? 1);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(marker, '');
}

const [entry = 'server/main.js', ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...rest);
await import(pathToFileURL(join(root, 'dist', entry)).href);
