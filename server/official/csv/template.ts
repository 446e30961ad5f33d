import type { Statistics, Town } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { ENTRY_FIELDS, type EntryField } from '../rawEntry.js';

const BYTE_ORDER_MARK = '\ufeff';
const EXAMPLE: Partial<Record<EntryField, string>> = {
  input: 'researchers',
  year: '2018',
  value: '26',
  source: 'Zhanbayev et al. 2020, table 1',
  date: '2020-08-31',
  area_level: 'town',
  proxy: 'no',
  status: 'organisation-report',
};

/**
 * A file to fill in: the columns, an example in a line that does not count, and one row per raw input of the chosen
 * town and year. It opens by a double click in the reader's spreadsheet: byte order mark, and the semicolon that
 * Kazakh and Russian settings expect.
 */
export function templateCsv(statistics: Statistics, town: Town | null, year: number, language: Language): string {
  const separator = language === 'en' ? ',' : ';';
  const line = (cells: Partial<Record<EntryField, string>>): string =>
    ENTRY_FIELDS.map((field) => quoted(cells[field] ?? '', separator)).join(separator);
  const example = { ...EXAMPLE, town: '# zhezkazgan', note: textsIn(language)('official.template_example') };
  const rows = statistics.inputs.map(({ id, unit, areaLevel }) => ({
    town: town?.id ?? '',
    input: id,
    year: String(year),
    unit: unit[language],
    area_level: areaLevel,
  }));
  return `${BYTE_ORDER_MARK}${[ENTRY_FIELDS.join(separator), ...[example, ...rows].map(line)].join('\r\n')}\r\n`;
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
