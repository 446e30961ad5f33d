import { describe, expect, it } from 'vitest';
import { deflated, sheetOf, textCell, workbookOf } from '../../../../test/support/handmadeWorkbook.js';
import { placeInWords } from '../importNotes.viewModels.js';
import { readCsvTable } from './readCsvTable.js';
import { readWorkbook } from './readWorkbook.js';
import { TABLE_LIMITS, type TableLimits } from './workbook.js';
import { writeWorkbook } from './writeWorkbook.js';

/** Of the processor; most take a hundredth of it. */
const SOON_MS = 3_000;
const MOST_MEMORY_BYTES = 250_000_000;

/** What is said of a file, how long it took and how much memory it needed. */
async function refusalOf(bytes: Uint8Array, limits: TableLimits = TABLE_LIMITS) {
  const before = process.memoryUsage().rss;
  const begun = process.cpuUsage();
  const read = await readWorkbook(bytes, limits);
  const { user, system } = process.cpuUsage(begun);
  const [ms, memory] = [(user + system) / 1000, process.memoryUsage().rss - before];
  const said = 'faults' in read ? read.faults.map(({ place, kind }) => `${placeInWords(place, 'en')}: ${kind}`) : [];
  return { said, ms, memory };
}

const ROW_ONE = sheetOf(`<row r="1">${textCell('A1', 'type')}</row>`);
const SWOLLEN = Buffer.alloc(15_000_000, ' ');

const FILES: [what: string, make: () => Buffer, said: string][] = [
  ['another file', () => Buffer.from('Dear colleagues'), 'whole file: workbook_not_a_workbook'],
  ['an empty file', () => Buffer.alloc(0), 'whole file: workbook_not_a_workbook'],
  ['a protected or old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'whole file: workbook_encrypted'],
  ['a torn workbook', () => workbookOf(ROW_ONE).subarray(0, 400), 'whole file: workbook_broken'],
  ['a zip bomb', () => deflated('xl/worksheets/sheet1.xml', Buffer.alloc(200_000_000, ' ')), 'whole file: workbook_too_large'],
  ['a part packed too well', () => deflated('xl/worksheets/sheet1.xml', SWOLLEN), 'whole file: workbook_too_large'],
  [
    'a part that holds more than it declares',
    () => deflated('xl/worksheets/sheet1.xml', SWOLLEN, 1_000),
    'whole file: workbook_broken',
  ],
  [
    'ten thousand parts',
    () => workbookOf(ROW_ONE, Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/media/${at}.xml`, '']))),
    'whole file: workbook_too_many_parts',
  ],
  [
    'text in another encoding',
    () => workbookOf(Buffer.concat([Buffer.from('<worksheet>'), Buffer.from([0xcf, 0xf0])])),
    'whole file: workbook_encoding',
  ],
  [
    'a declared other encoding',
    () => workbookOf(`<?xml version="1.0" encoding="windows-1251"?>${ROW_ONE}`),
    'whole file: workbook_encoding',
  ],
  [
    'entities inside entities',
    () => workbookOf(`<!DOCTYPE a [<!ENTITY b "${'&c;'.repeat(1000)}">]>${ROW_ONE}`),
    'whole file: workbook_entities',
  ],
  ['elements without end', () => workbookOf(sheetOf('<a>'.repeat(1_000_000))), 'whole file: workbook_too_deep'],
  ['millions of elements', () => workbookOf(sheetOf('<a/>'.repeat(3_000_000))), 'whole file: workbook_too_many_cells'],
  ['no well-formed text', () => workbookOf('<worksheet><row a="<b>"></worksheet>'), 'whole file: workbook_broken'],
  ['an attribute of megabytes', () => workbookOf(`<worksheet a="${'x'.repeat(10_000_000)}`), 'whole file: workbook_broken'],
  [
    'a formula',
    () => workbookOf(sheetOf('<row r="12"><c r="B12"><f>1+1</f><v>2</v></c></row>')),
    'sheet survey, row 12, column B: workbook_formula',
  ],
  [
    'a formula behind a comment that looks like one in an attribute',
    () => workbookOf(sheetOf('<row r="1"><c r="A1" x="&lt;!--"><f>1</f><v>2</v></c><c r="B1" y="--&gt;"/></row>')),
    'sheet survey, row 1, column A: workbook_formula',
  ],
  [
    'a cell in row one million',
    () => workbookOf(sheetOf(`<row r="1000000">${textCell('A1000000', 'far')}</row>`)),
    'sheet survey: workbook_too_many_rows',
  ],
  [
    'a cell in the last column',
    () => workbookOf(sheetOf(`<row r="1">${textCell('XFD1', 'far')}</row>`)),
    'sheet survey: workbook_too_many_columns',
  ],
  [
    'hundreds of thousands of cells',
    () =>
      workbookOf(
        sheetOf(
          Array.from({ length: 15_000 }, (_, at) => `<row r="${at + 1}">${'<c t="n"><v>1</v></c>'.repeat(30)}</row>`).join(''),
        ),
      ),
    'sheet survey: workbook_too_many_cells',
  ],
];

describe('a hostile workbook', () => {
  it.each(FILES)('is refused soon and in little memory: %s', { timeout: 30_000 }, async (_what, make, expected) => {
    const { said, ms, memory } = await refusalOf(make());
    expect(said).toEqual([expected]);
    expect(ms).toBeLessThan(SOON_MS);
    expect(memory).toBeLessThan(MOST_MEMORY_BYTES);
  });

  it('is read as its directory says: what hides before the first part it names is never unpacked', async () => {
    const hidden = deflated('xl/worksheets/sheet1.xml', SWOLLEN);
    const honest = await writeWorkbook([{ name: 'survey', rows: [['type']] }]);
    const read = await readWorkbook(shifted(honest, hidden.subarray(0, hidden.length - 22)));
    expect(read).toEqual({ sheets: [{ name: 'survey', rows: [['type']] }] });
  });

  it('has its formulas named, cell by cell, but no endless list', async () => {
    const cells = Array.from({ length: 50 }, (_, at) => `<row r="${at + 1}"><c r="C${at + 1}"><f>1</f></c></row>`).join('');
    const { said } = await refusalOf(workbookOf(sheetOf(cells)));
    expect(said).toHaveLength(20);
  });
});

describe('an unusual but honest workbook', () => {
  it('may have rows without content, numbered in millions', async () => {
    const far = sheetOf(
      `<row r="1">${textCell('A1', 'type')}</row><row r="1048576"><c r="A1048576"/></row><row r="4000000000"/>`,
    );
    expect(await readWorkbook(workbookOf(far))).toEqual({ sheets: [{ name: 'survey', rows: [['type']] }] });
  });

  it('gives numbers as typed, dates as days, truth as words', async () => {
    const cells =
      '<c r="A1"><v>1.0</v></c><c r="B1"><v>0.10000000000000001</v></c><c r="C1" t="b"><v>1</v></c><c r="D1"><v>1E3</v></c>';
    const date = '<c r="E1" t="d"><v>2026-03-01T00:00:00Z</v></c>';
    const read = await readWorkbook(workbookOf(sheetOf(`<row r="1">${cells}${date}</row>`)));
    expect(read).toEqual({ sheets: [{ name: 'survey', rows: [['1', '0.1', 'TRUE', '1000', '2026-03-01']] }] });
  });
});

describe('a CSV table that cannot be used', () => {
  const kinds = (bytes: Uint8Array, limits?: TableLimits) => {
    const read = readCsvTable(bytes, limits);
    return 'faults' in read ? read.faults.map(({ kind }) => kind) : [];
  };
  it('is refused with its reason', () => {
    expect(kinds(Uint8Array.from([0xcf, 0xf0]))).toEqual(['csv_encoding']);
    expect(kinds(Buffer.from('key,kk', 'utf16le'))).toEqual(['csv_encoding']);
    expect(kinds(Buffer.from('a,"b\n1,2'))).toEqual(['csv_broken']);
    expect(kinds(Buffer.from('a\n'.repeat(30_000)))).toEqual(['csv_too_many_rows']);
    expect(kinds(Buffer.from('a,b\n'.repeat(9)), { ...TABLE_LIMITS, cells: 10 })).toEqual(['workbook_too_many_cells']);
  });
});

/** An archive behind other bytes; its directory is moved accordingly. */
function shifted(archive: Buffer, before: Buffer): Buffer {
  const moved = Buffer.from(archive);
  const end = moved.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = moved.readUInt32LE(end + 16);
  for (let entry = 0; entry < moved.readUInt16LE(end + 10); entry += 1) {
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + before.length, at + 42);
    at += 46 + moved.readUInt16LE(at + 28) + moved.readUInt16LE(at + 30) + moved.readUInt16LE(at + 32);
  }
  moved.writeUInt32LE(moved.readUInt32LE(end + 16) + before.length, end + 16);
  return Buffer.concat([before, moved]);
}
