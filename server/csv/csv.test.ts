import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvFrom, defused, numberText, undefused } from './csv.js';
import { EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE } from './dialect.js';
import type { Cell, Row } from './table.js';

const DIALECTS = { machine: MACHINE, 'excel-kk': EXCEL_WITH_COMMA, 'excel-ru': EXCEL_WITH_COMMA, 'excel-en': EXCEL_WITH_DOT };
type Profile = keyof typeof DIALECTS;
const PROFILES = Object.keys(DIALECTS) as Profile[];

async function* rowsOf(rows: readonly Row[]): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}

async function textOf(header: string[], rows: readonly Row[], profile: Profile): Promise<string> {
  let text = '';
  for await (const chunk of csvFrom({ columns: header, rows: rowsOf(rows) }, DIALECTS[profile])) text += chunk;
  return text;
}

const ROWS: Row[] = [
  ['Жезқазған', 3.5, '=1+1'],
  ['a;b,c', -1, 'say "no"'],
  [null, null, null],
];

describe('a file', () => {
  test.each([
    ['machine', `town,value,note\nЖезқазған,3.5,'=1+1\n"a;b,c",-1,"say ""no"""\n,,\n`],
    ['excel-en', `\ufefftown,value,note\r\nЖезқазған,3.5,'=1+1\r\n"a;b,c",-1,"say ""no"""\r\n,,\r\n`],
    ['excel-ru', `\ufefftown;value;note\r\nЖезқазған;3,5;'=1+1\r\n"a;b,c";-1;"say ""no"""\r\n;;\r\n`],
    ['excel-kk', `\ufefftown;value;note\r\nЖезқазған;3,5;'=1+1\r\n"a;b,c";-1;"say ""no"""\r\n;;\r\n`],
  ] as const)('in the profile %s has exactly these bytes', async (profile, expected) => {
    expect(await textOf(['town', 'value', 'note'], ROWS, profile)).toBe(expected);
  });

  test('without rows is its heading', async () => {
    expect(await textOf(['town'], [], 'machine')).toBe('town\n');
  });

  test('read back gives the table that was written, in every profile', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1', "'=1", '@', '-', '+7', '\t', '\r\n', 'a\nb', '"', ';', ','),
    );
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell)), fc.constantFrom(...PROFILES), async (rows, profile) => {
        const { delimiter, decimalMark } = DIALECTS[profile];
        const read = parse(await textOf(['a', 'b', 'c'], rows, profile), {
          bom: true,
          delimiter,
          relax_quotes: false,
        });
        expect(read[0]).toEqual(['a', 'b', 'c']);
        expect(read.slice(1).map((row) => row.map(undefused))).toEqual(
          rows.map((row) => row.map((value) => (typeof value === 'number' ? numberText(value, decimalMark) : (value ?? '')))),
        );
      }),
    );
  });

  test('fails where its rows fail, and never looks finished', async () => {
    async function* failing(): AsyncGenerator<Row> {
      yield await Promise.resolve(['first']);
      throw new Error('the store is gone');
    }
    let text = '';
    const reading = (async () => {
      for await (const chunk of csvFrom({ columns: ['a'], rows: failing() }, MACHINE)) text += chunk;
    })();
    await expect(reading).rejects.toThrow('the store is gone');
    expect(text.endsWith('\n')).toBe(false);
  });

  test('asks for no more rows than the piece in hand needs', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Row> {
      for (;;) yield await Promise.resolve([`${(asked += 1)} ${'x'.repeat(1000)}`]);
    }
    let taken = 0;
    for await (const piece of csvFrom({ columns: ['n'], rows: endless() }, MACHINE)) {
      taken += piece.split('\n').length - 1;
      expect(asked).toBeLessThanOrEqual(taken);
      if (taken > 1000) break;
    }
  });
});

describe('a cell', () => {
  test.each(['=cmd', '+7 727', '-1', '@name', '\tx', '\rx'])('that begins like a formula is shown as text: %j', (text) => {
    expect(defused(text)).toBe(`'${text}`);
    expect(undefused(defused(text))).toBe(text);
  });

  test.each(['Жезқазған', '1-2', "don't", "'quoted'", ''])('that does not is left alone: %j', (text) => {
    expect(defused(text)).toBe(text);
  });

  test.each([
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333333'],
    [1e-7, '0.0000001'],
    [172_600_000_000, '172600000000'],
    [-0, '0'],
  ])('writes the number %d plainly', (value, text) => {
    expect(numberText(value, '.')).toBe(text);
  });

  test('keeps 12 digits of numbers of any size that decimals can tell', () => {
    const numbers = fc.tuple(fc.double({ min: 1, max: 9.99, noNaN: true }), fc.integer({ min: -85, max: 30 }));
    fc.assert(
      fc.property(numbers, ([mantissa, exponent]) => {
        const value = mantissa * 10 ** exponent;
        const text = numberText(value, '.');
        expect(text).toMatch(/^\d+(\.\d+)?$/);
        expect(Math.abs(Number(text) / value - 1)).toBeLessThan(6e-12);
      }),
    );
  });

  test('refuses a number that is not finite', () => {
    expect(() => numberText(Number.NaN, '.')).toThrow(RangeError);
  });
});
