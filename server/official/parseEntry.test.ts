import { describe, expect, test } from 'vitest';
import { loadDefinitions } from '../definitions/index.js';
import type { DecimalMark } from './numbers.js';
import { parseEntry } from './parseEntry.js';
import { rawEntryFrom } from './rawEntry.js';

const definitions = loadDefinitions(process.cwd());
const TYPED = {
  town: 'zhezkazgan',
  input: 'researchers',
  year: '2018',
  value: '26',
  source: 'Table 1',
  date: '2020-08-31',
  status: 'organisation-report',
};

function parse(changes: Record<string, string>, mark: DecimalMark = 'dot-or-comma') {
  return parseEntry(rawEntryFrom({ ...TYPED, ...changes }), {
    inputs: new Map(definitions.statistics.inputs.map((input) => [input.id, input])),
    towns: new Map(definitions.towns.filter(({ id }) => id !== 'balkhash').map((town) => [town.id, town])),
    regions: new Set(definitions.towns.map(({ region }) => region.id)),
    today: '2026-05-01',
    mark,
  });
}

function faultsOf(changes: Record<string, string>, mark?: DecimalMark): string[] {
  const result = parse(changes, mark);
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field}: ${code}`) : [];
}

function entryOf(changes: Record<string, string>) {
  const result = parse(changes);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.parsed.entry;
}

describe('a typed figure', () => {
  test('describes the town itself unless something else is said', () => {
    expect(entryOf({})).toEqual({
      townId: 'zhezkazgan',
      input: 'researchers',
      year: 2018,
      value: 26,
      source: 'Table 1',
      date: '2020-08-31',
      areaLevel: 'town',
      areaId: 'zhezkazgan',
      proxy: false,
      status: 'organisation-report',
      note: '',
    });
  });

  test('stands in for the town when it describes a region or the country', () => {
    expect(entryOf({ area_level: 'region' })).toMatchObject({ areaId: definitions.town('zhezkazgan').region.id, proxy: true });
    expect(entryOf({ area_level: 'region', area: 'karaganda' })).toMatchObject({ areaId: 'karaganda', proxy: true });
    expect(entryOf({ area_level: 'country' })).toMatchObject({ areaId: 'kazakhstan', proxy: true });
  });

  test('stands in for nothing when the figure is one of the region by nature', () => {
    expect(entryOf({ input: 'avg_salary_region', value: '209800' })).toMatchObject({ areaLevel: 'region', proxy: false });
  });

  test.each([
    ['86 967', 86967],
    ['86\u00a0967', 86967],
    ['209800,5', 209800.5],
    ['209800.5', 209800.5],
  ])('reads the number %s', (typed, value) => {
    expect(entryOf({ input: 'avg_salary_region', value: typed }).value).toBe(value);
  });

  test.each(['31.08.2020', '2020-08-31'])('reads the day %s', (typed) => {
    expect(entryOf({ date: typed }).date).toBe('2020-08-31');
  });

  test.each([
    [{ town: 'atlantis' }, 'town: unknownTown'],
    [{ town: 'balkhash' }, 'town: unknownTown'],
    [{ input: 'sunshine' }, 'input: unknownInput'],
    [{ year: '18' }, 'year: notAYear'],
    [{ year: '1989' }, 'year: yearOutOfRange'],
    [{ year: '2028' }, 'year: yearOutOfRange'],
    [{ value: '26 persons' }, 'value: notANumber'],
    [{ value: '1e3' }, 'value: notANumber'],
    [{ value: '86.967.1' }, 'value: notANumber'],
    [{ value: '26.5' }, 'value: notWhole'],
    [{ value: '-1' }, 'value: outOfRange'],
    [{ unit: 'thousand persons' }, 'unit: wrongUnit'],
    [{ date: '2020-02-30' }, 'date: notADate'],
    [{ date: '2026-05-02' }, 'date: dateInFuture'],
    [{ area_level: 'galaxy' }, 'area_level: unknownChoice'],
    [{ area_level: 'region', area: 'mars' }, 'area: unknownArea'],
    [{ area: 'karaganda' }, 'area: unknownArea'],
    [{ proxy: 'perhaps' }, 'proxy: unknownChoice'],
    [{ status: 'rumour' }, 'status: unknownChoice'],
    [{ note: '=HYPERLINK("http://example.org")' }, 'note: looksLikeFormula'],
    [{ source: '@SUM(A1)' }, 'source: looksLikeFormula'],
    [{ source: 'x'.repeat(501) }, 'source: tooLong'],
  ])('is refused when %j', (changes, fault) => {
    expect(faultsOf(changes)).toContain(fault);
  });

  test('names every fault at once', () => {
    expect(faultsOf({ town: '', value: '', source: '', date: '', status: '' })).toEqual([
      'town: required',
      'value: required',
      'date: required',
      'source: required',
      'status: required',
    ]);
  });

  test('refuses a decimal comma where commas part the cells', () => {
    expect(faultsOf({ input: 'avg_salary_region', value: '209800,5' }, 'dot')).toEqual(['value: decimalComma']);
  });

  test('accepts its unit in any of the three languages', () => {
    expect(faultsOf({ unit: 'адам' })).toEqual([]);
    expect(faultsOf({ unit: 'чел.' })).toEqual([]);
  });
});
