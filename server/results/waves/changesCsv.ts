import type { Table } from '../../csv/index.js';
import type { ChangeRow } from './waveChanges.js';

/** What the rows of a file of changes have in common. */
interface ChangesFrame {
  townId: string;
  before: string;
  after: string;
  sampling: { before: string; after: string };
  synthetic: boolean;
}

const COLUMNS = [
  'town',
  'wave_before',
  'wave_after',
  'indicator',
  'before',
  'before_se',
  'after',
  'after_se',
  'difference',
  'lower',
  'upper',
  'df',
  'p',
  'p_holm',
  'smallest_detectable',
  'smallest_detectable_in_family',
  'verdict',
  'sampling_before',
  'sampling_after',
  'synthetic',
];

/** The same comparison as on the page, for programs; what is not tested says why in `verdict`. */
export function changesTableFrom(rows: readonly ChangeRow[], frame: ChangesFrame): Table {
  const { townId, before, after, sampling, synthetic } = frame;
  return {
    columns: COLUMNS,
    rows: rows.map((row) => [
      townId,
      before,
      after,
      row.code,
      row.before?.value ?? null,
      row.before?.standardError ?? null,
      row.after?.value ?? null,
      row.after?.standardError ?? null,
      ...testCells(row),
      sampling.before,
      sampling.after,
      synthetic ? 'yes' : 'no',
    ]),
  };
}

function testCells(row: ChangeRow): (string | number | null)[] {
  if (row.state === 'untested') return [null, null, null, null, null, null, null, null, `not-tested: ${row.obstacle.kind}`];
  const { difference, interval, degreesOfFreedom, pValue, adjustedPValue, verdict } = row.change;
  return [
    difference,
    interval.lower,
    interval.upper,
    degreesOfFreedom,
    pValue,
    adjustedPValue,
    row.change.smallestDetectable,
    row.change.smallestDetectableInFamily,
    verdict,
  ];
}
