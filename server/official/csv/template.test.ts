import { expect, test } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import { LANGUAGES } from '../../i18n/index.js';
import { readCsv } from './readCsv.js';
import { templateCsv } from './template.js';

const definitions = loadDefinitions(process.cwd());
const linesOf = (text: string): string[] => text.split('\r\n');

test('the template begins with the mark by which spreadsheets know UTF-8, the columns, and an example that does not count', () => {
  const [header, example, first] = linesOf(templateCsv(definitions.statistics, definitions.town('balkhash'), 2019, 'ru'));
  expect(header).toBe('\ufefftown;input;year;value;unit;source;date;area_level;area;proxy;status;note;reason');
  expect(example).toBe(
    '# zhezkazgan;researchers;2018;26;;Zhanbayev et al. 2020, table 1;2020-08-31;town;;no;organisation-report;пример: эта строка не учитывается;',
  );
  expect(first).toBe('balkhash;population;2019;;чел.;;;town;;;;;');
});

test.each(LANGUAGES)('the template in %s holds every raw input and reads as a file with nothing filled in', (language) => {
  const text = templateCsv(definitions.statistics, null, 2019, language);
  expect(linesOf(text)).toHaveLength(definitions.statistics.inputs.length + 3);
  expect(readCsv(new TextEncoder().encode(text), 100)).toMatchObject({ faults: [{ code: 'empty' }] });
});
