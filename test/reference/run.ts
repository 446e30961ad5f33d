import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultsOfCase } from './faultsOfCase.js';

/** `npm run reference -- DIR`: every case below a folder, a line per value that disagrees, then the count. */
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Name the folder of the cases: npm run reference -- DIR');
  process.exit(2);
}
const results = casesBelow(resolve(folder)).map(faultsOfCase);
for (const { id, faults } of results) for (const fault of faults) console.log(`${id} ${fault}`);
const failed = results.filter(({ faults }) => faults.length > 0).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || results.length === 0 ? 1 : 0);

/** A case is a JSON file that names its function; lists of cases and other files are passed over. */
function casesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => join(root, path))
    .filter((path) => {
      const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return typeof content === 'object' && content !== null && 'function' in content && 'expected' in content;
    })
    .sort();
}
