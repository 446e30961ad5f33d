import type { RankSensitivity } from '../../../scoring/index.js';
import type { Table } from '../../csv/index.js';
import { publicDrawShareOf, publicFigureOf, type DrawnTowns } from '../../results/index.js';
import { localized } from '../files/localized.js';
import type { FileFormat } from '../files/profile.js';
import { roundedPoints } from '../files/rounding.js';
import { shown } from './responsesTable.js';
import { DRAWN_COLUMNS, drawnCells, sensitivityRows, type UncertaintyRow, type UncertaintyWords } from './uncertaintyRows.js';

const COLUMNS = [
  'year',
  'method',
  'method_version',
  'measure',
  'town',
  'other_town',
  'id',
  ...DRAWN_COLUMNS,
  'synthetic',
] as const;

/** What an order of towns is of. */
export interface OrderFrame {
  year: number | null;
  method: { id: string; version: number };
  synthetic: boolean;
}

/** How sure the order of towns is: scores, places, pairs and what drives the places. Towns left out have their reason. */
export function orderTableFrom(
  frame: OrderFrame,
  drawn: DrawnTowns,
  sensitivity: RankSensitivity | null,
  words: UncertaintyWords,
  format: FileFormat,
): Table {
  const synthetic = new Map([['synthetic', localized('export.value_synthetic')]]);
  const rows = [
    ...(drawn.comparison ? drawnRows(drawn.comparison) : []),
    ...(sensitivity ? [...shiftRows(sensitivity), ...sensitivityRows(sensitivity)] : []),
    ...drawn.leftOut.map(({ townId, reason }): UncertaintyRow => ({ measure: 'place', town: townId, unit: 'place', reason })),
  ];
  return {
    columns: COLUMNS,
    rows: rows.map((row) => [
      frame.year,
      frame.method.id,
      frame.method.version,
      row.measure,
      shown(row.town ?? null, words.townNames, format),
      shown(row.otherTown ?? null, words.townNames, format),
      shown(row.id ?? null, words.partNames, format),
      ...drawnCells(row),
      frame.synthetic ? shown('synthetic', synthetic, format) : null,
    ]),
  };
}

function drawnRows({ towns, ranks }: NonNullable<DrawnTowns['comparison']>): UncertaintyRow[] {
  const { draws, seed } = ranks;
  return [
    ...towns.map(({ townId, score, drawn }): UncertaintyRow => {
      const { median, interval } = publicFigureOf(drawn);
      return { measure: 'score', town: townId, unit: 'points', value: roundedPoints(score), median, ...interval, draws, seed };
    }),
    ...ranks.ranks.map(({ town, median, interval }): UncertaintyRow => ({
      measure: 'place',
      town,
      unit: 'place',
      median,
      ...interval,
      draws,
      seed,
    })),
    ...pairRows(ranks),
  ];
}

/** Shares of draws in which a town is above another, for every pair in both directions. */
function pairRows({ ranks, above, draws, seed }: NonNullable<DrawnTowns['comparison']>['ranks']): UncertaintyRow[] {
  return ranks.flatMap(({ town }, row) =>
    ranks.flatMap(({ town: otherTown }, column): UncertaintyRow[] => {
      const value = publicDrawShareOf(above[row]?.[column] ?? 0);
      return row === column ? [] : [{ measure: 'above', town, otherTown, unit: 'share', value, draws, seed }];
    }),
  );
}

/** By how many places a town moves on average. */
function shiftRows(sensitivity: RankSensitivity): UncertaintyRow[] {
  if (sensitivity.state === 'missing') return [];
  const { mean, base, seed } = sensitivity;
  return [{ measure: 'shift', unit: 'place', value: roundedPoints(mean), draws: base, seed }];
}
