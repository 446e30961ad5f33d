import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from './schemaFiles.js';

/** `npm run schemas` writes the JSON Schemas; with --check it only says which of them are stale. */
const FOLDER = join(import.meta.dirname, 'schemas');

function storedText(file: string): string | null {
  try {
    return readFileSync(join(FOLDER, file), 'utf8');
  } catch {
    return null;
  }
}

const stale = schemaFiles().filter(({ file, text }) => storedText(file) !== text);
if (process.argv.includes('--check')) {
  for (const { file } of stale) console.error(`survey-definitions/schemas/${file} is stale: run "npm run schemas"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, text } of stale) writeFileSync(join(FOLDER, file), text);
  console.log(stale.length > 0 ? `written: ${stale.map(({ file }) => file).join(', ')}` : 'nothing is stale');
}
