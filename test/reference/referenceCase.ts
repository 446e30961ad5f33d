import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';

export interface Tolerance {
  rel: number;
  abs: number;
  overrides: (Omit<Tolerance, 'overrides'> & { path: string })[];
}

/** A case as its file describes it. `E` is the shape of the expected values, fixed per function. */
export interface ReferenceCase<E> {
  id: string;
  function: string;
  options: Record<string, unknown>;
  data: { file: string }[];
  expected: E;
  tolerance: Tolerance;
}

export type CsvRow = Record<string, string>;

/** A case with its tables, in the order in which the case names them. */
export interface LoadedCase<E = unknown> {
  reference: ReferenceCase<E>;
  tables: CsvRow[][];
}

/** Reads a case from any folder. */
export function loadCase<E>(path: string): LoadedCase<E> {
  const file = pathToFileURL(path);
  const reference = JSON.parse(readFileSync(file, 'utf8')) as ReferenceCase<E>;
  const tables = reference.data.map(({ file: table }) =>
    parse<CsvRow>(readFileSync(new URL(table, file), 'utf8'), { columns: true }),
  );
  return { reference, tables };
}

/** The values that disagree, each as a line; numbers that a case does not expect are not looked at. */
export function disagreements(actual: unknown, expected: unknown, tolerance: Tolerance, path: string[] = []): string[] {
  if (typeof expected === 'object' && expected !== null)
    return Object.entries(expected).flatMap(([key, part]) =>
      disagreements((actual as Record<string, unknown> | undefined)?.[key], part, tolerance, [...path, key]),
    );
  const agrees =
    typeof expected === 'number' && typeof actual === 'number'
      ? Math.abs(actual - expected) <= bound(expected, tolerance, path)
      : actual === expected;
  return agrees ? [] : [`${path.join('.')}: ${String(actual)}, expected ${String(expected)}`];
}

function bound(expected: number, tolerance: Tolerance, path: string[]): number {
  const name = path.filter((key) => !/^\d+$/.test(key)).join('.');
  const override = tolerance.overrides
    .filter((entry) => `${name}.`.startsWith(`${entry.path}.`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const { abs, rel } = override ?? tolerance;
  return abs + rel * Math.abs(expected);
}
