import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsvTable } from './readCsvTable.js';
import { readWorkbook } from './readWorkbook.js';
import type { Sheet } from './workbook.js';
import { writeWorkbook } from './writeWorkbook.js';

async function throughTheFile(sheets: Sheet[]): Promise<Sheet[]> {
  const read = await readWorkbook(await writeWorkbook(sheets));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.sheets;
}

describe('a workbook that was written', () => {
  test('is read back cell by cell, in three languages, with blanks, line breaks and what looks like a number, date or formula', async () => {
    const rows = [
      ['id', 'label::Қазақша (kk)', 'label::Русский (ru)'],
      ['1', 'Әлеует: «қала»', 'Потенциал\nвторая строка'],
      ['01', ' blank before and after ', '=1+1'],
      ['1.0', '2026-03-01', '<b>&amp;</b>'],
      ['_x0041_', 'TRUE', "'"],
      ['valueOf', '__proto__', 'a\u0000b\r\n'],
      ['\ufffd.', '\ufdd0', '\u{1fffe} \ud800'],
    ];
    expect(await throughTheFile([{ name: 'survey', rows }])).toEqual([{ name: 'survey', rows }]);
  });

  test('keeps its sheets in their order, also empty ones', async () => {
    const sheets = [
      { name: 'b', rows: [['x']] },
      { name: 'a', rows: [] },
    ];
    expect(await throughTheFile(sheets)).toEqual(sheets);
  });

  test('is the same whatever stands in it', { timeout: 30_000 }, async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 });
    const table = fc.array(
      fc.array(
        cell.map((text) => `${text}.`),
        { minLength: 3, maxLength: 3 },
      ),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await throughTheFile([{ name: 's', rows }])).toEqual([{ name: 's', rows }]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a CSV table', () => {
  const read = (text: string) => readCsvTable(new TextEncoder().encode(text));
  test('has the same rows with any delimiter, line end and byte order mark', () => {
    const rows = [
      ['key', 'kk', 'ru'],
      ['title', 'Қала, «қала»', '"да"\nнет'],
    ];
    const text = 'key,kk,ru\ntitle,"Қала, «қала»","""да""\nнет"\n';
    for (const written of [
      text,
      `\ufeff${text}`,
      'key;kk;ru\r\ntitle;Қала, «қала»;"""да""\nнет"\r\n',
      text.replace('key,kk,ru', 'key,kk,ru'),
    ])
      expect(read(written)).toEqual({ rows });
  });
});
