export { csvFrom, defused, undefused } from './csv.js';
export { EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE, type Dialect } from './dialect.js';
export type { Cell, Row, Table } from './table.js';
export { readUploadedCsv, withoutComments } from './uploadedCsv.js';
