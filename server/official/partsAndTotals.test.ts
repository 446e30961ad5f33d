import { expect, test } from 'vitest';
import { loadDefinitions } from '../definitions/index.js';
import { partFaultsOf } from './partsAndTotals.js';

const { statistics } = loadDefinitions(process.cwd());
const figure = (input: string, value: number, areaId = 'zhezkazgan', year = 2019) => ({
  townId: 'zhezkazgan',
  input,
  year,
  value,
  areaLevel: areaId === 'zhezkazgan' ? ('town' as const) : ('region' as const),
  areaId,
});

function codesFor(stored: ReturnType<typeof figure>[], entered: ReturnType<typeof figure>[]): string[] {
  return partFaultsOf([...stored, ...entered], entered, statistics).map(({ entry, fault }) => `${entry.input} ${fault.code}`);
}

test('a part above its total is refused, whichever of the two comes second', () => {
  const total = figure('degree_holders', 50);
  const part = figure('candidates_of_science', 51);
  expect(codesFor([total], [part])).toEqual(['candidates_of_science partAboveTotal']);
  expect(codesFor([part], [total])).toEqual(['degree_holders partAboveTotal']);
});

test('parts that fit one by one are refused when together they are above the total', () => {
  const stored = [figure('applicants', 70), figure('applicants_master', 60)];
  expect(codesFor(stored, [figure('applicants_doctoral', 11)])).toEqual(['applicants_doctoral sumAboveTotal']);
  expect(codesFor(stored, [figure('applicants_doctoral', 10)])).toEqual([]);
});

test('figures of another year or area are not compared', () => {
  expect(codesFor([figure('degree_holders', 50, 'zhezkazgan', 2018)], [figure('candidates_of_science', 51)])).toEqual([]);
  expect(codesFor([figure('degree_holders', 50)], [figure('candidates_of_science', 51, 'ulytau')])).toEqual([]);
});

test('a correction is measured by its new value', () => {
  const stored = [figure('population', 20), figure('researchers', 30)];
  expect(codesFor(stored, [figure('population', 86_700)])).toEqual([]);
});
