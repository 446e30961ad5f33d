import { resolve } from 'node:path';
import { casesBelow } from './casesBelow.js';
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
