import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFrom, undefused } from './csv.js';
import { EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE, type Dialect } from './dialect.js';
import { readUploadedCsv, withoutComments } from './uploadedCsv.js';

const read = (text: string) => readUploadedCsv(new TextEncoder().encode(text));

async function written(columns: string[], rows: readonly string[][], dialect: Dialect): Promise<string> {
  async function* each(): AsyncGenerator<string[]> {
    for (const row of rows) yield await Promise.resolve(row);
  }
  let text = '';
  for await (const chunk of csvFrom({ columns, rows: each() }, dialect)) text += chunk;
  return text;
}

describe('a table that somebody uploads', () => {
  const cell = fc.string({ unit: fc.constantFrom('а', 'ә', 'x', '1', ' ', ',', ';', '"', '\t', '\n', '#') });
  it('has the cells that were written, whatever stands in them and whatever parts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('a'), cell, cell), { maxLength: 5 }),
        fc.constantFrom(MACHINE, EXCEL_WITH_COMMA, EXCEL_WITH_DOT),
        async (rows, dialect) => {
          const table = read(await written(['town', 'year', 'value, %'], rows, dialect));
          const cells = 'lines' in table ? table.lines.slice(1).map((line) => line.cells.map(undefused)) : [];
          expect(cells).toEqual(rows);
        },
      ),
    );
  });

  it('tells the line of the file on which a row begins, past empty lines and line breaks in cells', () => {
    const table = read('# for whom this is\n\na;b\n"two\nlines";1\n;\nx;2\n');
    expect('lines' in table && withoutComments(table.lines)).toEqual([
      { line: 3, cells: ['a', 'b'] },
      { line: 4, cells: ['two\nlines', '1'] },
      { line: 7, cells: ['x', '2'] },
    ]);
    expect(table).toMatchObject({ delimiter: ';' });
    expect(read('a\tb, %\n1\t2')).toMatchObject({ delimiter: '\t' });
  });

  it('is refused as a whole for its encoding, or for quotation marks that do not close', () => {
    expect(readUploadedCsv(Uint8Array.of(0xe3, 0xee, 0xf0, 0xee, 0xe4))).toEqual({ encoding: 'Windows-1251' });
    expect(readUploadedCsv(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toEqual({ encoding: 'UTF-16' });
    expect(read('a,b\n1,2\n"3,4\n')).toEqual({ brokenQuotes: 3 });
  });
});
