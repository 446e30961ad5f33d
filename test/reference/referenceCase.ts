import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export interface Tolerance {
  rel: number;
  abs: number;
  overrides: (Omit<Tolerance, 'overrides'> & { path: string })[];
}

/** A case as its file describes it. `E` is the shape of the expected values, fixed per function. */
export interface ReferenceCase<E> {
  id: string;
  options: Record<string, unknown>;
  data: { file: string }[];
  expected: E;
  tolerance: Tolerance;
}

export type CsvRow = Record<string, string>;

export function readCase<E>(path: string): { reference: ReferenceCase<E>; rows: CsvRow[] } {
  const file = new URL(`${path}.json`, import.meta.url);
  const reference = JSON.parse(readFileSync(file, 'utf8')) as ReferenceCase<E>;
  const csv = readFileSync(new URL(reference.data[0]?.file ?? '', file), 'utf8');
  return { reference, rows: parse(csv, { columns: true }) };
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
