import type { LocalizedText } from '../../../survey-definitions/contract/index.js';
import type { StoredResponse } from '../../respond/index.js';
import type { FileFormat } from '../files/profile.js';
import type { Cell, Row, Table } from '../../csv/index.js';
import type { ResponseColumn } from './responseColumns.js';

/** A cell as a format shows it: the code, or its words. */
export function shown(value: Cell, labels: ResponseColumn['labels'], { labels: choice, language }: FileFormat): Cell {
  if (choice === 'codes' || value === null) return value;
  const label: LocalizedText | undefined = labels.get(value);
  return label?.[language] ?? value;
}

/** Responses, one a row, in the order in which they are given. */
export function responsesTableFrom(
  columns: readonly ResponseColumn[],
  responses: AsyncIterable<StoredResponse>,
  format: FileFormat,
  onRow: (response: StoredResponse) => void,
): Table {
  async function* rows(): AsyncGenerator<Row> {
    for await (const response of responses) {
      onRow(response);
      yield columns.map((column) => shown(column.valueIn(response), column.labels, format));
    }
  }
  return { columns: columns.map(({ name }) => name), rows: rows() };
}
