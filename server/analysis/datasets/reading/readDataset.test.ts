import fc from 'fast-check';
import writeSheet from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { sheetOf, textCell, workbookOf } from '../../../../test/support/handmadeWorkbook.js';
import { loadDefinitions } from '../../../definitions/index.js';
import { LANGUAGES } from '../../../i18n/index.js';
import { canonicalCsvFrom } from '../canonicalCsv.js';
import type { Dataset } from '../dataset.js';
import { faultInWords, warningInWords } from '../pages/remarkWords.viewModels.js';
import { panelTableOf } from '../panelTableOf.js';
import { panelWarningsOf } from '../panelWarnings.js';
import { sectorTableOf } from '../sectorTableOf.js';
import { sectorWarningsOf } from '../sectorWarnings.js';
import { columnTypeOf } from '../columnType.js';
import { canonicalNumber } from './cellReading.js';
import { readDataset } from './readDataset.js';

const { towns, statistics } = loadDefinitions(process.cwd());
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(file: string | Uint8Array, kind: Dataset['kind'] = 'panel', size = { rows: 1000, columns: 20 }) {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  return readDataset(bytes, kind, { towns, statistics, size, language: 'en' });
}

async function contentOf(file: string | Uint8Array, kind: Dataset['kind'] = 'panel') {
  const outcome = await read(file, kind);
  if ('faults' in outcome) throw new Error(outcome.faults.map((fault) => faultInWords(fault, 'en', (unit) => unit)).join('; '));
  return outcome.content;
}

async function faultsOf(file: string | Uint8Array, kind: Dataset['kind'] = 'panel', size?: { rows: number; columns: number }) {
  const outcome = await read(file, kind, size);
  const faults = 'faults' in outcome ? outcome.faults : [];
  for (const language of LANGUAGES) for (const fault of faults) faultInWords(fault, language, (unit) => unit);
  return faults.map(({ code, row, column }) => [code, row, column]);
}

async function warningsOf(file: string | Uint8Array) {
  const { csv, columns, notes } = await contentOf(file);
  const warnings = [...notes, ...panelWarningsOf(panelTableOf({ csv }), columns)];
  return warnings.map((warning) => warningInWords(warning, 'en', (unit) => unit));
}

const CANONICAL = 'town,year,population,dolya_zanyatykh\nabai,2018,,0.25\nbalkhash,2018,78106,0.5\nbalkhash,2019,78432.5,1.23\n';

describe('the same panel', () => {
  test('has the same text from any file: commas or semicolons, any order of rows, a heading in any language, a workbook', async () => {
    const files = [
      'Town,Year,Population,Доля занятых\nBalkhash,2019,78432.5,1.23\nbalkhash,2018,78106,0.5\nAbai,2018,,0.25\n',
      '\ufeffҚала;Жыл;Халық саны;Доля занятых\r\nБалқаш;2018 ж.;78\u00a0106;0,5\r\nг. Абай;2018;…;0,25\r\nБалқаш қаласы;2019;78\u2009432,5;1,23\r\n',
      'Город\tГод\tЧисленность населения, чел.\tДоля занятых\nБалхаш\t2018\t78 106\t0,5\nБалхаш\t2019\t78432,5\t1,23\n\nАбай\t2018\tn/a\t.25\n'.replace(
        '.25',
        '0.25',
      ),
      await writeSheet([
        ['город', 'год', 'Численность населения', 'Доля занятых'].map((value) => ({ value })),
        [{ value: 'Абай' }, { value: 2018 }, null, { value: 0.25 }],
        [{ value: 'Балхаш' }, { value: 2019 }, { value: 78432.5 }, { value: 1.23 }],
        [{ value: 'Балхаш' }, { value: 2018 }, { value: 78106 }, { value: 0.5 }],
      ]).toBuffer(),
    ];
    for (const file of files) expect((await contentOf(file)).csv).toBe(CANONICAL);
  });

  test('is what its canonical text says, whatever its units are called and however long its numbers are', async () => {
    const value = fc
      .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(Number.NaN))
      .map(canonicalNumber)
      .filter((x) => Math.abs(x) !== Infinity);
    const unit = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
      .filter((text) => /^[^\s'#][^\s'"]*$/.test(text));
    const rows = fc.uniqueArray(fc.tuple(unit, fc.integer({ min: 1900, max: 2100 }), value, value), {
      minLength: 1,
      maxLength: 8,
      selector: ([name, year]) => `${name} ${year}`,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        const table = {
          units: drawn.map(([name]) => name),
          years: drawn.map(([, year]) => year),
          columns: { x: Float64Array.from(drawn, ([, , x]) => x), y: Float64Array.from(drawn, () => 1) },
        };
        const csv = canonicalCsvFrom(table);
        const again = panelTableOf({ csv });
        expect(canonicalCsvFrom(again)).toBe(csv);
        const outcome = await read(csv);
        if (table.columns.x.some((x) => !Number.isNaN(x))) expect(outcome).toMatchObject({ content: { csv } });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a panel with faults', () => {
  test('is refused with each by row and column', async () => {
    const keys = 'town;year;x\nabai;2018;1\nАбай;2018;zwei\nbalkhash;;3\nbalkhash;19;4\n;2019;5\n';
    expect(await faultsOf(keys)).toEqual([
      ['repeated', 3, 'town'],
      ['notANumber', 3, 'x'],
      ['missingYear', 4, 'year'],
      ['notAYear', 5, 'year'],
      ['missingUnit', 6, 'town'],
    ]);
    const values =
      'town;year;x;y\nabai;2018;1;10\nabai;2019;zwei;20\nabai;2020;01.02.2019;30%\nabai;2021;#ЗНАЧ!;40\nabai;2022;5;ИСТИНА\nabai;2023;6;1\nabai;2024;7;1';
    expect(await faultsOf(values)).toEqual([
      ['notANumber', 3, 'x'],
      ['isDate', 4, 'x'],
      ['perCentAmongOthers', 4, 'y'],
      ['isError', 5, 'x'],
      ['isTruth', 6, 'y'],
    ]);
    expect(await faultsOf('town,year,x\nabai,2018,"1,5"\nabai,2019,2\n')).toEqual([['decimalComma', 2, 'x']]);
  });

  test('names what keeps the file from being a table', async () => {
    expect(await faultsOf('')).toEqual([['empty', undefined, undefined]]);
    expect(await faultsOf('town,year,x\n')).toEqual([['empty', undefined, undefined]]);
    expect(await faultsOf('town,year,x\nabai,2018\nabai,2019,1,2\n')).toEqual([
      ['brokenRow', 2, undefined],
      ['brokenRow', 3, undefined],
    ]);
    expect(await faultsOf('name,when,x\nabai,2018,1\n')).toEqual([
      ['noUnitColumn', 1, undefined],
      ['noYearColumn', 1, undefined],
    ]);
    expect(await faultsOf('town,year,note\nabai,2018,good\n')).toEqual([['noNumbers', undefined, undefined]]);
    const size = { rows: 1, columns: 3 };
    expect(await faultsOf('town,year,x,y\nabai,2018,1,1\nabai,2019,1,1\n', 'panel', size)).toEqual([
      ['tooManyRows', undefined, undefined],
      ['tooManyColumns', undefined, undefined],
    ]);
    expect(await faultsOf(Uint8Array.from([0xc3, 0xee, 0xf0, 0xee, 0xe4]))).toEqual([['encoding', undefined, undefined]]);
    expect(await faultsOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual([['workbook', undefined, undefined]]);
  });

  test('in a workbook takes the results of formulas and names their errors', async () => {
    const header = ['town', 'year', 'x'].map((text, at) => textCell(`${'ABC'.charAt(at)}1`, text)).join('');
    const rowOf = (row: number, x: string): string =>
      `<row r="${row}">${textCell(`A${row}`, 'abai')}<c r="B${row}"><v>${2016 + row}</v></c>${x}</row>`;
    const formula = '<c r="C2"><f>1+1</f><v>2.0</v></c>';
    const good = workbookOf(sheetOf(`<row r="1">${header}</row>${rowOf(2, formula)}`));
    expect((await contentOf(good)).csv).toBe('town,year,x\nabai,2018,2\n');
    const bad = workbookOf(
      sheetOf(`<row r="1">${header}</row>${rowOf(2, formula)}${rowOf(3, '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>')}`),
    );
    expect(await faultsOf(bad)).toEqual([['isError', 3, 'x']]);
  });
});

test('what does not refuse a panel is told: gaps by year, constant and left-out columns, shares above 1, per cent above 100', async () => {
  const file = [
    'town,year,lab,mood,growth per cent,flat,region',
    'abai,2018,0.4,yes,12,7,Karaganda',
    'abai,2019,0.5,no,101,7,Karaganda',
    'balkhash,2018,0.61,no,5,7,Karaganda',
    'balkhash,2020,1.23,…,6,7,Karaganda',
    'balkhash,2019,0.9,no,6,7,Karaganda',
  ].join('\n');
  expect(await warningsOf(file)).toEqual([
    'The column “mood” holds text (for example “yes”) and was left out.',
    'The column “region” holds text (for example “Karaganda”) and was left out.',
    'abai, 2020: there is no row.',
    'balkhash, 2020 (row 6 of data.csv): the share in the column “lab” exceeds 1: 1.23.',
    'abai, 2019 (row 3 of data.csv): the per cent in the column “growth per cent” exceeds 100: 101.',
    'All values of the column “flat” are the same: it can explain nothing in a regression.',
  ]);
});

test('a column is recognised by its values and its heading', () => {
  const typeOf = (heading: string, ...values: number[]) => columnTypeOf(Float64Array.from(values), heading);
  expect(typeOf('lab', 0.4, 0.5, 0.6, 0.7, 1.23)).toBe('share');
  expect(typeOf('Үлесі', 0.4, 1.5, 0.7)).toBe('share');
  for (const heading of ['R&D, per 10,000 residents', 'На 10 000 жителей', '10 000 адамға шаққанда', 'variance'])
    expect(typeOf(heading, 0.4, 0.5)).toBe('number');
  expect(typeOf('Рост, %', 0.4, 0.5)).toBe('per-cent');
  expect(typeOf('Жалақы, теңге', 150_000.5, 160_000)).toBe('money');
  expect([typeOf('x', 0, 1), typeOf('x', 3, 3), typeOf('x', 3, 4), typeOf('x', -3, 4)]).toEqual([
    'binary',
    'constant',
    'count',
    'number',
  ]);
  expect(typeOf('x', Number.NaN)).toBe('empty');
});

test('slips are pointed out: a town that is misspelt among known ones, days in a column, per cent that a workbook keeps as shares', async () => {
  expect(await warningsOf('town,year,x,day\nabai,2018,1,2018-01-05\nBalkash town,2018,2,2018-01-06\n')).toEqual([
    'The column “day” holds text (for example “2018-01-05”) and was left out.',
    expect.stringMatching(/not among the towns and regions of the platform \(1\).*: Balkash town\./) as string,
  ]);
  expect(await warningsOf('firm,year,x\nAlpha,2018,1\nBeta,2018,2\n')).toEqual([]);
  const workbook = await writeSheet([
    ['town', 'year', 'Growth, %'].map((value) => ({ value })),
    [{ value: 'Abai' }, { value: 2018 }, { value: 0.125, format: '0.0%' }],
    [{ value: 'Abai' }, { value: 2019 }, { value: -0.05, format: '0.0%' }],
  ]).toBuffer();
  expect((await warningsOf(workbook)).join()).toMatch(/Excel keeps 12\.5\s% as 0\.125/);
  expect(await warningsOf('town;year;Growth, %\nabai;2018;0,125\nabai;2019;0,5\n')).toEqual([]);
});

describe('a table of sectors', () => {
  const inColumn =
    'Регион;Год;Отрасль;Вид деятельности;ВРП;По стране\nКарагандинская область;2020;B;05;10,5;30\nПавлодарская область;2020;B;05;4;30\nПавлодарская область;2020;C;10;8;9\n';
  const inRows =
    'region,year,sector,activity,grp\npavlodar,2020,B,05,4\npavlodar,2020,C,10,8\nkaraganda,2020,B,05,10.5\nKazakhstan,2020,B,05,30\n*,2020,C,10,9\n';

  test('is the same with totals of the country in rows or in a column', async () => {
    const { csv } = await contentOf(inColumn, 'sectors');
    expect(csv).toBe(
      'region,year,sector,activity,value\n*,2020,B,05,30\n*,2020,C,10,9\nkaraganda,2020,B,05,10.5\npavlodar,2020,B,05,4\npavlodar,2020,C,10,8\n',
    );
    expect((await contentOf(inRows, 'sectors')).csv).toBe(csv);
    expect((await contentOf(csv, 'sectors')).csv).toBe(csv);
    expect(sectorTableOf({ csv }).national).toHaveLength(2);
  });

  test('is refused where an activity has two sectors, a sector stands beside its parts, a value is missing or below 0, or a row or total contradicts another', async () => {
    const header = 'region,year,sector,activity,value,national\n';
    expect(await faultsOf(`${header}a,2020,B,05,1,9\na,2020,B,06,,\nb,2020,C,05,-2,8\na,2020,B,05,1,9\n`, 'sectors')).toEqual([
      ['missingValue', 3, 'value'],
      ['negative', 4, 'value'],
      ['twoSectors', 4, 'sector'],
      ['nationalDiffers', 4, 'national'],
      ['repeatedActivity', 5, undefined],
    ]);
    expect(await faultsOf(`${header}a,2020,B,05,1,-9\na,2020,B,,1,\n*,2020,B,05,7,\n`, 'sectors')).toEqual([
      ['negative', 2, 'national'],
      ['wholeAndParts', 3, 'activity'],
      ['nationalDiffers', 4, 'value'],
    ]);
    expect(await faultsOf(`${header}*,2020,B,05,1,\n`, 'sectors')).toEqual([['noRegions', undefined, undefined]]);
    expect(await faultsOf('region,sector,x,y\na,B,1,2\n', 'sectors')).toEqual([['noColumn', 1, 'year']]);
    expect(await faultsOf('region,year,sector,x,y\na,2020,B,1,2\n', 'sectors')).toEqual([['severalValues', 1, undefined]]);
  });

  test('is told to lack totals, or to have some that are smaller than the regions together', async () => {
    const { csv } = await contentOf(
      'region,year,sector,activity,value,national\na,2020,B,05,7,9\nb,2020,B,05,3,9\na,2020,C,10,1,\n',
      'sectors',
    );
    const words = sectorWarningsOf(sectorTableOf({ csv })).map((warning) => warningInWords(warning, 'en', (unit) => unit));
    expect(words).toEqual([
      '2020: there is no total of the country for 10; the sum of the regions stands in.',
      '“05”, 2020: the total of the country (9) is smaller than its regions together (10).',
    ]);
  });
});
