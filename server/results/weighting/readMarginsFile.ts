import type { DecimalMark } from '../../official/index.js';
import type { MarginFault } from './marginFault.js';
import { figureFrom, wholeFaultsOf, yearFrom } from './marginForm.js';
import { tableFrom, type Line } from './marginsTable.js';
import { categoriesOfMargin, type MarginVariable } from './marginVariables.js';
import { keyOf, type Margin } from './weighting.js';

const PERCENT = 100;
/** Shares that add up to about 1 are meant as parts of 1, not of 100. */
const SHARES_OF_ONE = 1.5;

interface ReadRow {
  row: number;
  codes: readonly number[];
  unit: Margin['unit'];
  value: number;
  source: string;
  year: number;
}

/** Reads a file of margins: all of them, or every fault by row and column. */
export function readMarginsFile(
  bytes: Uint8Array,
  variables: readonly MarginVariable[],
): { margins: Margin[] } | { faults: MarginFault[] } {
  const table = tableFrom(bytes);
  if ('faults' in table) return table;
  const groups = new Map<string, Line[]>();
  for (const line of table.lines) {
    const name = line.cells.variable ?? '';
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  const faults: MarginFault[] = [];
  const margins: Margin[] = [];
  for (const [name, lines] of groups) {
    const read = marginFrom(name, lines, variables, table.mark);
    if ('faults' in read) faults.push(...read.faults);
    else margins.push(read.margin);
  }
  if (faults.length === 0)
    for (const [at, margin] of margins.entries()) {
      const row = groups.get([...groups.keys()][at] ?? '')?.[0]?.row ?? 1;
      const field = margin.unit === 'count' ? 'count' : 'share';
      faults.push(...wholeFaultsOf(margin, margins.slice(0, at)).map((fault) => ({ field, row, ...fault })));
    }
  return faults.length === 0 ? { margins } : { faults: faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function marginFrom(
  name: string,
  lines: readonly Line[],
  variables: readonly MarginVariable[],
  mark: DecimalMark,
): { margin: Margin } | { faults: MarginFault[] } {
  const ids = name.split('*');
  const categories = new Map(categoriesOfMargin(variables, ids).map(({ codes }) => [keyOf(codes), codes]));
  if (categories.size === 0 || new Set(ids).size < ids.length)
    return { faults: lines.map(({ row }) => ({ field: 'variable', row, code: 'unknown_variable', values: { variable: name } })) };
  const faults: MarginFault[] = [];
  const rows = lines.flatMap((line) => {
    const read = rowFrom(line, categories, mark);
    if ('faults' in read) faults.push(...read.faults);
    return 'faults' in read ? [] : [read.row];
  });
  faults.push(...agreementFaults(rows));
  const [first] = rows;
  if (faults.length > 0 || !first) return { faults };
  return {
    margin: { variables: ids, unit: first.unit, categories: figuresOf(rows), source: first.source, year: first.year, merges: [] },
  };
}

function rowFrom(
  { row, cells }: Line,
  categories: ReadonlyMap<string, readonly number[]>,
  mark: DecimalMark,
): { row: ReadRow } | { faults: MarginFault[] } {
  const { category = '', count = '', share = '', source = '' } = cells;
  const faults: MarginFault[] = [];
  const codes = categories.get(category);
  if (!codes) faults.push({ field: 'category', row, code: 'unknown_category', values: { category } });
  const unit = share === '' ? 'count' : 'percent';
  const field = unit === 'count' ? 'count' : 'share';
  if (count !== '' && share !== '') faults.push({ field: 'share', row, code: 'two_units' });
  const value = figureFrom(unit === 'count' ? count : share, mark);
  if (value === undefined) faults.push({ field, row, code: 'number' });
  if (source === '') faults.push({ field: 'source', row, code: 'source' });
  const year = yearFrom(cells.year ?? '');
  if (year === undefined) faults.push({ field: 'year', row, code: 'year' });
  if (faults.length > 0 || !codes || value === undefined || year === undefined) return { faults };
  return { row: { row, codes, unit, value, source, year } };
}

/** What the rows of one margin must have in common, and what no two of them may. */
function agreementFaults(rows: readonly ReadRow[]): MarginFault[] {
  const [first] = rows;
  const seen = new Set<string>();
  return rows.flatMap(({ row, codes, unit, source, year, value }) => {
    const key = keyOf(codes);
    const repeated = seen.has(key);
    seen.add(key);
    return [
      ...(repeated ? [{ field: 'category', row, code: 'repeated', values: { category: key } } as const] : []),
      ...(value > 0 && unit !== first?.unit ? [{ field: 'share', row, code: 'two_units' } as const] : []),
      ...(source === first?.source && year === first.year ? [] : [{ field: 'source', row, code: 'source_differs' } as const]),
    ];
  });
}

function figuresOf(rows: readonly ReadRow[]): Margin['categories'] {
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const scale = rows[0]?.unit === 'percent' && total < SHARES_OF_ONE ? PERCENT : 1;
  return rows.filter(({ value }) => value > 0).map(({ codes, value }) => ({ codes: [...codes], value: value * scale }));
}
