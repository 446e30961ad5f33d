import type { Disclosed, PublishedEstimate } from '../../../scoring/index.js';
import type { LocalizedText, Population } from '../../../survey-definitions/contract/index.js';
import { localized } from '../files/localized.js';
import type { FileFormat } from '../files/profile.js';
import { roundedCount, roundedEstimate, roundedEstimateInterval, roundedInterval, roundedPoints } from '../files/rounding.js';
import type { Row, Table } from '../../csv/index.js';
import { AdjustmentSchema, type Adjustment } from '../../results/index.js';
import { shown } from './responsesTable.js';

/** An estimate as it may leave the staff's area, with what makes it traceable. */
export interface IndicatorEntry {
  wave: string;
  townId: string;
  year: number;
  population: Population;
  code: string;
  cell: Disclosed<PublishedEstimate>;
  /** Day from which the figure stems. */
  asOf: string;
  /** Day of the release; null for a live figure. */
  released: string | null;
  adjustment: Adjustment;
  synthetic: boolean;
}

export interface IndicatorWords {
  townNames: ReadonlyMap<string, LocalizedText>;
  /** Names of indicators by code. */
  indicatorNames: ReadonlyMap<string, LocalizedText>;
}

export const INDICATOR_COLUMNS = [
  'wave',
  'town',
  'year',
  'population',
  'indicator',
  'unit',
  'value',
  'lower',
  'upper',
  'n',
  'n_precision',
  'n_eff',
  'flag',
  'reason',
  'as_of',
  'released',
  'weighting',
  'synthetic',
] as const;

/** The only survey figure that is an amount and not points. */
const IN_TENGE = 'B4';

/** Estimates, one a row, in the order in which they are given. */
export function indicatorsTableFrom(entries: readonly IndicatorEntry[], words: IndicatorWords, format: FileFormat): Table {
  const labels = labelsOf(words);
  const rowOf = (entry: IndicatorEntry): Row => [
    entry.wave,
    shown(entry.townId, words.townNames, format),
    entry.year,
    shown(entry.population, labels.populations, format),
    shown(entry.code, labels.indicators, format),
    shown(entry.code === IN_TENGE ? 'tenge' : 'points', labels.units, format),
    ...figureCells(entry),
    flagOf(entry.cell),
    entry.cell.state === 'missing' ? entry.cell.reason : null,
    entry.asOf,
    entry.released,
    shown(entry.adjustment === 'none' ? 'unweighted' : entry.adjustment, labels.weighting, format),
    entry.synthetic ? shown('synthetic', labels.synthetic, format) : null,
  ];
  return { columns: INDICATOR_COLUMNS, rows: entries.map(rowOf) };
}

/** value, lower, upper, n, n_precision, n_eff: all empty unless published. */
function figureCells({ cell, code }: IndicatorEntry): Row {
  if (cell.state !== 'published') return [null, null, null, null, null, null];
  const { value, interval, counts } = cell.figure;
  const isExact = counts.precision === 'exact';
  const { lower, upper } =
    code === IN_TENGE ? roundedEstimateInterval(interval) : roundedInterval(interval, isExact ? 'exact' : 'enclosing');
  return [
    code === IN_TENGE ? roundedEstimate(value) : roundedPoints(value),
    lower,
    upper,
    counts.nValid,
    isExact ? 'exact' : 'at-least',
    isExact ? roundedCount(counts.effectiveN) : null,
  ];
}

/** c = confidential, u = of low reliability, m = missing; nothing where the figure stands without a reservation. */
function flagOf(cell: IndicatorEntry['cell']): string | null {
  if (cell.state === 'suppressed') return 'c';
  if (cell.state === 'missing') return 'm';
  return cell.lowReliability ? 'u' : null;
}

function labelsOf({ indicatorNames }: IndicatorWords) {
  return {
    populations: new Map([
      ['residents', localized('interface.lbl_residents')],
      ['researchers', localized('interface.lbl_researchers')],
    ]),
    indicators: new Map(
      [...indicatorNames].map(([code, { kk, ru, en }]) => [
        code,
        { kk: `${code} ${kk}`, ru: `${code} ${ru}`, en: `${code} ${en}` },
      ]),
    ),
    units: new Map([
      ['points', localized('export.unit_points')],
      ['tenge', localized('export.unit_tenge')],
    ]),
    weighting: new Map([
      ['unweighted', localized('export.value_unweighted')],
      ...AdjustmentSchema.exclude(['none']).options.map((kind) => [kind, localized(`weighting.adjustment_${kind}`)] as const),
    ]),
    synthetic: new Map([['synthetic', localized('export.value_synthetic')]]),
  };
}
