/** One cell of a file: a text, a number, or nothing. A missing value is nothing, and its reason stands in a column of its own. */
export type Cell = string | number | null;

export type Row = readonly Cell[];

/** A file before it has a form: what stands in which column, row after row. */
export interface Table {
  columns: readonly string[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}
