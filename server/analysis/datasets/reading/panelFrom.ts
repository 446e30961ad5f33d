import type { PanelTable } from '../../../../scoring/index.js';
import type { Dataset } from '../dataset.js';
import type { Outcome, TableWarning } from '../remark.js';
import { columnIdsFrom } from './columnIds.js';
import type { FileTable } from './fileTable.js';
import { panelKeysFrom } from './panelKeys.js';
import type { UnitOf } from './places.js';
import { valueColumnFrom } from './valueColumn.js';

/** A panel as a file holds it, with what was recognised in it and left out of it. */
export interface ReadPanel {
  table: PanelTable;
  columns: Dataset['columns'];
  warnings: TableWarning[];
}

export interface PanelReading {
  unitOf: UnitOf;
  /** The id of a figure of official statistics that is called like this heading in any language. */
  inputNamed: (heading: string) => string | undefined;
}

/** Reads the panel of a file: all of it, or every fault by row and column. */
export function panelFrom(file: FileTable, { unitOf, inputNamed }: PanelReading): Outcome<ReadPanel> {
  const read = panelKeysFrom(file, unitOf);
  if ('faults' in read) return read;
  const { units, years, unitAt, yearAt } = read.keys;
  const columns = file.headings.flatMap((_, at) => (at === unitAt || at === yearAt ? [] : [valueColumnFrom(file, at)]));
  const kept = columns.filter((column) => column.state === 'figures');
  const faults = [...read.keyFaults, ...kept.flatMap((column) => column.faults)];
  const leftOut = columns.flatMap((column) => (column.state === 'left-out' ? [column.warning] : []));
  if (kept.length === 0) return { faults: [{ code: 'noNumbers', values: {} }] };
  if (faults.length > 0) return { faults: faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
  const ids = columnIdsFrom(kept.map(({ heading }) => inputNamed(heading) ?? heading));
  return {
    table: { units, years, columns: Object.fromEntries(kept.map(({ values }, at) => [ids[at] ?? '', values])) },
    columns: kept.map(({ heading }, at) => ({ id: ids[at] ?? '', heading })),
    warnings: [...leftOut, ...kept.flatMap(({ warnings }) => warnings)],
  };
}
