import type { Coefficient } from '../../../scoring/index.js';
import type { CsvRow } from '../referenceCase.js';

/** Columns of codes are not numbers; they are left out, so that a model that names one is refused. */
export function numericColumns(rows: CsvRow[]): Record<string, number[]> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => numberOf(row[name] ?? ''))] as const);
  return Object.fromEntries(columns.filter(([, values]) => !values.includes(undefined))) as Record<string, number[]>;
}

function numberOf(text: string): number | undefined {
  if (text === '' || text === 'NA') return Number.NaN;
  return Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** A coefficient under the names of the cases. */
export function coefficientLine({ term, estimate, standardError, t, p }: Coefficient) {
  return { term, estimate, se: standardError, t, p };
}
