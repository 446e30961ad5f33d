import type { Statistics, Town } from '../../../../survey-definitions/contract/index.js';
import { LANGUAGES, type Language } from '../../../i18n/index.js';
import { canonicalCsvFrom, sectorCsvFrom } from '../canonicalCsv.js';
import type { Dataset } from '../dataset.js';
import type { Outcome } from '../remark.js';
import type { TableSize } from './fileTable.js';
import { panelFrom } from './panelFrom.js';
import { unitsOf } from './places.js';
import { isWorkbook, readFile } from './readFile.js';
import { sectorsFrom } from './sectorsFrom.js';
import { slipsIn } from './slips.js';

/** What a data set says, before it has a name. */
export type DatasetContent = Pick<Dataset, 'kind' | 'csv' | 'rows' | 'columns'> & { notes: NonNullable<Dataset['notes']> };

export interface ReadingRules {
  towns: readonly Town[];
  statistics: Statistics;
  size: TableSize;
  language: Language;
}

/** Reads the data set of an uploaded file: everything, or every fault. */
export async function readDataset(
  bytes: Uint8Array,
  kind: Dataset['kind'],
  { towns, statistics, size, language }: ReadingRules,
): Promise<Outcome<{ content: DatasetContent }>> {
  const read = await readFile(bytes, size, language);
  if ('faults' in read) return read;
  if (kind === 'sectors') {
    const sectors = sectorsFrom(read.table, unitsOf(towns, 'regions'));
    if ('faults' in sectors) return sectors;
    const { rows, valueHeading, warnings } = sectors;
    const columns = [{ id: 'value', heading: valueHeading }];
    return { content: { kind, csv: sectorCsvFrom(rows), rows: rows.length, columns, notes: warnings } };
  }
  const panel = panelFrom(read.table, { unitOf: unitsOf(towns), inputNamed: (heading) => inputNamed(statistics, heading) });
  if ('faults' in panel) return panel;
  const { table, columns, warnings } = panel;
  const notes = [...warnings, ...slipsIn(panel, { towns, isWorkbook: isWorkbook(bytes) })];
  return { content: { kind, csv: canonicalCsvFrom(table), rows: table.units.length, columns, notes } };
}

/** A figure of the catalogue by its name in any language, also with its unit behind a comma. */
function inputNamed({ inputs }: Statistics, heading: string): string | undefined {
  const wanted = heading.toLowerCase();
  return inputs.find(({ name, unit }) =>
    LANGUAGES.some((language) => {
      const [own, ofUnit] = [name[language].toLowerCase(), unit[language].toLowerCase()];
      return wanted === own || wanted === `${own}, ${ofUnit}`;
    }),
  )?.id;
}
