import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, LANGUAGES } from '../i18n/index.js';
import { parseTypedDay, parseTypedNumber } from './numbers.js';

test('a number typed as a page or a spreadsheet shows it is read as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 2 }), (whole, decimals) => {
      const value = whole / 10 ** decimals;
      const plain = value.toFixed(decimals);
      for (const typed of [plain, plain.replace('.', ',')]) expect(parseTypedNumber(typed, 'dot-or-comma')).toBe(value);
      for (const language of LANGUAGES.filter((code) => code !== 'en'))
        expect(parseTypedNumber(formatNumber(value, language, decimals).replace('−', '-'), 'dot-or-comma')).toBe(value);
    }),
  );
});

test('a day is read as written in files and as written here, and only if it exists', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = day.split('-');
      expect(parseTypedDay(day)).toBe(day);
      expect(parseTypedDay(`${dayOfMonth}.${month}.${year}`)).toBe(day);
    }),
  );
  for (const text of ['2019-02-29', '31.04.2019', '2019-13-01', '1.2.2019', '2019', ''])
    expect(parseTypedDay(text)).toBeUndefined();
});
