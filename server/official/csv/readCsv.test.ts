import { describe, expect, test } from 'vitest';
import { faultText } from '../fault.js';
import { readCsv } from './readCsv.js';

const HEADER = 'town,input,year,value,source,date,status';
const ROW = 'zhezkazgan,researchers,2018,26,Table 1,2020-08-31,organisation-report';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function rowsOf(text: string) {
  const read = readCsv(bytesOf(text), 100);
  if ('faults' in read) throw new Error(read.faults.map((fault) => faultText(fault, 'en')).join('; '));
  return read.table;
}

function faultsOf(bytes: Uint8Array, maxRows = 100) {
  const read = readCsv(bytes, maxRows);
  return 'faults' in read ? read.faults.map(({ field, row, code }) => ({ field, row, code })) : [];
}

describe('a file of official figures', () => {
  test('reads the same with and without a byte order mark, with commas or semicolons, with any line ends', () => {
    const plain = `${HEADER}\n${ROW}\n`;
    const expected = rowsOf(plain).rows;
    expect(expected[0]?.raw).toMatchObject({ town: 'zhezkazgan', input: 'researchers', value: '26', note: '' });
    for (const text of [`\ufeff${plain}`, plain.replaceAll(',', ';'), plain.replaceAll('\n', '\r\n')])
      expect(rowsOf(text).rows).toEqual(expected);
  });

  test('takes a decimal comma only where semicolons part the cells', () => {
    expect(rowsOf(`${HEADER}\n${ROW}`).mark).toBe('dot');
    expect(rowsOf(`${HEADER}\n${ROW}`.replaceAll(',', ';')).mark).toBe('dot-or-comma');
  });

  test('counts lines from the header, past comments, empty lines and line breaks inside a cell', () => {
    const text = `${HEADER}\n# an example, not a figure\n\n${ROW.replace('Table 1', '"Table 1\nsecond line"')}\n${ROW}\n`;
    expect(rowsOf(text).rows.map(({ line }) => line)).toEqual([4, 6]);
  });

  test('leaves out rows of the template that nobody has filled in, and says how many', () => {
    const table = rowsOf(`${HEADER}\n${ROW}\nzhezkazgan,population,2018,,,,\n,,,,,,\n`);
    expect(table.rows).toHaveLength(1);
    expect(table.leftEmpty).toBe(1);
  });

  test('names the encoding that it cannot read', () => {
    const cyrillic = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const wide = Buffer.concat([Uint8Array.from([0xff, 0xfe]), Buffer.from(HEADER, 'utf16le')]);
    for (const [bytes, encoding] of [
      [cyrillic, 'Windows-1251'],
      [wide, 'UTF-16'],
      [wide.subarray(2), 'UTF-16'],
    ] as const) {
      const read = readCsv(bytes, 100);
      expect(read).toMatchObject({ faults: [{ field: 'file', code: 'encoding', values: { encoding } }] });
    }
  });

  test('says which columns are missing, unknown or there twice', () => {
    expect(faultsOf(bytesOf('town,input,year,value,source,date,town,colour\n'))).toEqual([
      { field: 'status', row: undefined, code: 'missingColumn' },
      { field: 'colour', row: undefined, code: 'unknownColumn' },
      { field: 'town', row: undefined, code: 'repeatedColumn' },
    ]);
  });

  test('says which rows have too many or too few cells, and where quotation marks do not match', () => {
    expect(faultsOf(bytesOf(`${HEADER}\n${ROW}\n${ROW},more\nzhezkazgan,researchers\n`))).toEqual([
      { field: 'file', row: 3, code: 'brokenRow' },
      { field: 'file', row: 4, code: 'brokenRow' },
    ]);
    expect(faultsOf(bytesOf(`${HEADER}\n${ROW.replace('26', '2"6"')}\n`))).toEqual([
      { field: 'file', row: 2, code: 'brokenQuotes' },
    ]);
  });

  test('refuses an empty file and one with more rows than allowed', () => {
    expect(faultsOf(bytesOf(''))).toEqual([{ field: 'file', row: undefined, code: 'empty' }]);
    expect(faultsOf(bytesOf(`${HEADER}\n`))).toEqual([{ field: 'file', row: undefined, code: 'empty' }]);
    expect(faultsOf(bytesOf(`${HEADER}\n${ROW}\n${ROW}\n`), 1)).toEqual([{ field: 'file', row: undefined, code: 'tooManyRows' }]);
  });
});
