import type { Observation } from '../../official/index.js';
import type { Row, Table } from '../../csv/index.js';

/** The first columns are those of a file that is read in, so that figures can be corrected in a spreadsheet. */
export const OBSERVATION_COLUMNS = [
  'town',
  'input',
  'year',
  'value',
  'unit',
  'source',
  'date',
  'area_level',
  'area',
  'proxy',
  'status',
  'note',
  'revision',
  'current',
  'ended_on',
  'ended_because',
] as const;

/** Official figures with their history, one revision a row. Who entered a figure stays with the staff. */
export function observationsTableFrom(
  observations: AsyncIterable<Observation>,
  onRow: (observation: Observation) => void,
): Table {
  async function* rows(): AsyncGenerator<Row> {
    for await (const observation of observations) {
      onRow(observation);
      yield rowOf(observation);
    }
  }
  return { columns: OBSERVATION_COLUMNS, rows: rows() };
}

function rowOf({ ended, ...figure }: Observation): Row {
  return [
    figure.townId,
    figure.input,
    figure.year,
    figure.value,
    figure.unit,
    figure.source,
    figure.date,
    figure.areaLevel,
    figure.areaId,
    figure.proxy ? 'yes' : 'no',
    figure.status,
    figure.note,
    figure.revision,
    ended === null ? 'yes' : 'no',
    ended === null ? null : ended.at.toISOString().slice(0, 10),
    ended === null ? null : ended.reason,
  ];
}
