import {
  compositeIndexFrom,
  type Column,
  type ColumnNormalisation,
  type IndexGroup,
  type IndexIndicator,
  type Mean,
} from '../../../scoring/index.js';
import type { CsvRow, LoadedCase } from '../referenceCase.js';
import { columnOf } from './column.js';
import { cellOf } from './columns.js';
import { directionOf } from './normalisation.js';

interface Options extends IndicatorPoints {
  normalisation: IndicatorPoints & { method: string; [parameter: string]: unknown };
  aggregation: AggregationOption | AggregationOption[];
  weightColumn?: string;
}

/** What a normalisation needs to know of each indicator, or of the unit that all are compared with. */
interface IndicatorPoints {
  targets?: Record<string, number>;
  goalposts?: Record<string, object>;
  referenceUnit?: string;
  unitColumn?: string;
}

interface AggregationOption {
  method: string;
  power?: number;
}

/** An index from a table of units and a table of indicators and groups (COINr's iData and iMeta). */
export function compositeIndex({ reference, tables: [rows = [], meta = []] }: LoadedCase): unknown {
  const options = reference.options as unknown as Options;
  const isIndicator = (row: CsvRow) => cellOf(row, 'Level') === '1';
  const { normalised, scores, ranks } = compositeIndexFrom({
    indicators: meta.filter(isIndicator).map((row) => indicatorFrom(row, meta, rows, options)),
    groups: meta.filter((row) => !isIndicator(row)).map((row) => groupFrom(row, options)),
  });
  const units = rows.map((row) => row[options.unitColumn ?? 'uCode']);
  return { units, scores, indexRank: ranks, normalised };
}

function memberFrom(row: CsvRow, { weightColumn = 'Weight' }: Options) {
  const weight = Number(cellOf(row, weightColumn) ?? 1);
  return { id: cellOf(row, 'iCode') ?? '', parent: cellOf(row, 'Parent') ?? null, weight };
}

function indicatorFrom(row: CsvRow, meta: CsvRow[], rows: CsvRow[], options: Options): IndexIndicator {
  const member = memberFrom(row, options);
  const values = columnOf(rows, member.id);
  const normalisation = normalisationFrom(options, member.id, row, values, rows);
  return { ...member, values, direction: directionOf(meta, member.id), normalisation };
}

/** One aggregation for all levels, or a list of one per level from the lowest groups upwards. */
function groupFrom(row: CsvRow, options: Options): IndexGroup {
  const steps = [options.aggregation].flat();
  const step = steps[Math.min(Number(cellOf(row, 'Level')) - 2, steps.length - 1)];
  const { method = '', power } = step ?? {};
  return { ...memberFrom(row, options), mean: power === undefined ? (method as Mean) : { power } };
}

/** The method with the points that the case gives per indicator, and defaults for what it leaves out. */
function normalisationFrom(options: Options, id: string, row: CsvRow, values: Column, rows: CsvRow[]): ColumnNormalisation {
  const { method, targets, goalposts, referenceUnit, unitColumn, ...points } = { ...pointsOf(options), ...options.normalisation };
  const referenceRow = rows.findIndex((candidate) => candidate[unitColumn ?? 'uCode'] === referenceUnit);
  const defaults = {
    minmax: { lower: 0, upper: 100 },
    zscore: { mean: 0, sd: 1 },
    distanceToReference: { reference: values[referenceRow], capped: false },
    distanceToTarget: { target: targets?.[id] ?? Number(row.Target), capped: false },
    goalposts: { scale: 1, log: false, lower: Number(row.Lower), upper: Number(row.Upper) },
  }[method];
  return { method, ties: 'min', ...defaults, ...points, ...goalposts?.[id] } as unknown as ColumnNormalisation;
}

function pointsOf({ targets, goalposts, referenceUnit, unitColumn }: Options): IndicatorPoints {
  return {
    ...(targets && { targets }),
    ...(goalposts && { goalposts }),
    ...(referenceUnit !== undefined && { referenceUnit }),
    ...(unitColumn !== undefined && { unitColumn }),
  };
}
