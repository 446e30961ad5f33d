/** How the cells of a table become bytes. */
export interface Dialect {
  delimiter: ',' | ';';
  decimalMark: '.' | ',';
  lineEnd: '\n' | '\r\n';
  byteOrderMark: boolean;
}

/** For programs. */
export const MACHINE: Dialect = { delimiter: ',', decimalMark: '.', lineEnd: '\n', byteOrderMark: false };
/** Spreadsheets set to Kazakh or Russian part cells by semicolons, since the comma is their decimal mark. */
export const EXCEL_WITH_COMMA: Dialect = { delimiter: ';', decimalMark: ',', lineEnd: '\r\n', byteOrderMark: true };
export const EXCEL_WITH_DOT: Dialect = { delimiter: ',', decimalMark: '.', lineEnd: '\r\n', byteOrderMark: true };
