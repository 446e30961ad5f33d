import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import type { BenchRow } from './benchRow.js';

/** `npm run bench -- [NAME]`: runs every measurement, or the named one, and prints each figure beside its yardstick. */
const wanted = process.argv[2];
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .filter((name) => wanted === undefined || name === wanted);
if (names.length === 0) {
  console.error(`There is no measurement "${wanted ?? ''}".`);
  process.exit(1);
}

console.log(`Node.js ${process.version}, ${cpus().length} cores`);
for (const name of names) {
  const module = (await import(`./${name}.bench.js`)) as Record<string, () => Promise<BenchRow[]>>;
  console.log(`\n${name}`);
  for (const measure of Object.values(module)) for (const row of await measure()) console.log(lineOf(row));
}
process.exit(0);

function lineOf({ name, value, unit, yardstick }: BenchRow): string {
  const figure = `  ${format(value)} ${unit}  ${name}`;
  if (!yardstick) return figure;
  return `${figure}\n  ${format(yardstick.value)} ${unit}  ${yardstick.name} (ratio ${(value / yardstick.value).toFixed(2)})`;
}

function format(value: number): string {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 4 }).padStart(12);
}
