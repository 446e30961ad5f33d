import { expect, test } from 'vitest';
import { BUILT_IN } from './builtIn.js';

const { towns } = BUILT_IN;

test('there are 27 single-industry towns in 14 regions', () => {
  expect(towns).toHaveLength(27);
  expect(new Set(towns.map(({ region }) => region.id)).size).toBe(14);
});

test('a region has the same names in all its towns', () => {
  for (const { region } of towns)
    for (const other of towns) if (other.region.id === region.id) expect(other.region.name).toEqual(region.name);
});

test('towns are found by id and named in three languages', () => {
  expect(BUILT_IN.town('zhezkazgan').name).toEqual({ kk: 'Жезқазған', ru: 'Жезказган', en: 'Zhezkazgan' });
  expect(BUILT_IN.town('zhanaozen').region.name.kk).toBe('Маңғыстау облысы');
});

test('KATO codes stay empty until they are entered from the official classifier', () => {
  expect(towns.every(({ kato }) => kato === undefined)).toBe(true);
});
