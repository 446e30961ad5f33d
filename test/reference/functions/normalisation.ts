import { normalisedColumn, type Column, type ColumnNormalisation, type Direction } from '../../../scoring/index.js';
import type { CsvRow, LoadedCase } from '../referenceCase.js';
import { cellOf } from './columns.js';
import { columnOf } from './column.js';

interface Options {
  indicators: string[];
  unitColumn?: string;
  referenceUnit?: string;
  directions?: Record<string, Direction>;
  minmax?: { lower: number; upper: number };
  zscore?: { mean: number; sd: number };
  targets?: Record<string, number | null>;
  goalposts?: Record<string, { lower: number; upper: number; scale?: number; log?: boolean }>;
}

/** Every normalisation that the options give the points of, indicator by indicator. */
export function normalisation({ reference, tables: [rows = [], meta = []] }: LoadedCase): unknown {
  const options = reference.options as unknown as Options;
  return Object.fromEntries(
    options.indicators.map((id) => {
      const direction = options.directions?.[id] ?? directionOf(meta, id);
      const values = columnOf(rows, id);
      const scores = Object.entries(methodsFor(id, direction, options, rows)).map(([name, method]): [string, Column] => [
        name,
        method ? normalisedColumn({ id, direction, values }, method) : values.map(() => null),
      ]);
      return [id, { direction, ...Object.fromEntries(scores) }];
    }),
  );
}

/** The direction that a table of indicators gives one of them. */
export function directionOf(meta: readonly CsvRow[], id: string): Direction {
  const row = meta.find(({ iCode }) => iCode === id);
  return row && cellOf(row, 'Direction') === '-1' ? -1 : 1;
}

/** By the name of a case's result; null where the point that the method needs is missing. */
function methodsFor(
  id: string,
  direction: Direction,
  options: Options,
  rows: readonly CsvRow[],
): Record<string, ColumnNormalisation | null> {
  const { targets, goalposts } = options;
  const target = targets?.[id] ?? null;
  const toTarget = target === null ? null : ({ method: 'distanceToTarget', target, capped: false } as const);
  const points = goalposts?.[id];
  const referenceValue = referenceValueOf(id, options, rows);
  return {
    minmax: { method: 'minmax', ...(options.minmax ?? { lower: 0, upper: 100 }) },
    zscore: { method: 'zscore', ...(options.zscore ?? { mean: 0, sd: 1 }) },
    rank: { method: 'rank', ties: 'min' },
    rankAverage: { method: 'rank', ties: 'average' },
    borda: { method: 'borda', ties: 'min' },
    percentileRank: { method: 'percentileRank', ties: 'min' },
    distanceToMax: { method: 'distanceToMax' },
    ...(options.referenceUnit !== undefined && {
      distanceToReference: referenceValue,
      distanceToReferenceCapped: referenceValue && { ...referenceValue, capped: true },
    }),
    ...(targets && { distanceToTarget: toTarget, distanceToTargetCapped: toTarget && { ...toTarget, capped: true } }),
    ...(goalposts && { goalposts: points ? { method: 'goalposts', scale: 1, log: false, ...points } : null }),
    ...(direction === 1 && { fractionOfMax: { method: 'fractionOfMax' } }),
  };
}

function referenceValueOf(id: string, { unitColumn = 'uCode', referenceUnit }: Options, rows: readonly CsvRow[]) {
  const row = rows.find((candidate) => candidate[unitColumn] === referenceUnit);
  const value = row && cellOf(row, id);
  return value === undefined ? null : ({ method: 'distanceToReference', reference: Number(value), capped: false } as const);
}
