import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import { LANGUAGES } from '../../i18n/index.js';
import { marginsCsv, marginsTemplate } from './marginsFile.js';
import { categoriesOfMargin, marginVariablesOf } from './marginVariables.js';
import { readMarginsFile } from './readMarginsFile.js';
import { keyOf, type Margin } from './weighting.js';

const variables = marginVariablesOf(loadDefinitions(process.cwd()).definition('residents', 1));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEADER = 'variable,category,count,source,year';
const faultsOf = (text: string) => {
  const read = readMarginsFile(bytesOf(text), variables);
  return 'faults' in read ? read.faults.map(({ row, field, code }) => [row, field, code]) : [];
};

describe('a file of margins', () => {
  it('holds what was entered, in every language', async () => {
    const figures = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(figures, fc.constantFrom(...LANGUAGES), fc.string({ minLength: 1 }), async (values, language, words) => {
        const source = words.trim() || '=Census';
        const categories = categoriesOfMargin(variables, ['sex', 'age_group']).map(({ codes }, at) => ({
          codes,
          value: values[at] ?? 1,
        }));
        const margin: Margin = { variables: ['sex', 'age_group'], unit: 'count', categories, source, year: 2021, merges: [] };
        expect(readMarginsFile(bytesOf(await marginsCsv([margin], variables, language)), variables)).toEqual({
          margins: [margin],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('takes shares as parts of 1 or of 100', () => {
    const read = (shares: string[]) =>
      readMarginsFile(
        bytesOf(
          ['variable;category;share;source;year', ...shares.map((share, at) => `sex;${at + 1};${share};Census;2021`)].join('\n'),
        ),
        variables,
      );
    expect(read(['0,4', '0,6'])).toEqual(read(['40', '60']));
  });

  it('has a template with all that may be asked, empty and therefore refused', async () => {
    const template = await marginsTemplate([['sex', 'age_group'], ['edu3']], variables, 'kk');
    expect(template.split('\r\n')).toHaveLength(1 + 12 + 3 + 1);
    expect(template).not.toContain('1*0');
    expect(readMarginsFile(bytesOf(template), variables)).toHaveProperty('faults');
  });

  it('is refused whole, every fault by row and column', () => {
    expect(faultsOf(`${HEADER}\nsex,1,40,Census,2021\nsex,9,x,,21\nheight,1,5,Census,2021`)).toEqual([
      [3, 'category', 'unknown_category'],
      [3, 'count', 'number'],
      [3, 'source', 'source'],
      [3, 'year', 'year'],
      [4, 'variable', 'unknown_variable'],
    ]);
    expect(faultsOf(`${HEADER}\nsex,1,40,Census,2021\nsex,1,60,Yearbook,2021`)).toEqual([
      [3, 'category', 'repeated'],
      [3, 'source', 'source_differs'],
    ]);
    expect(faultsOf('variable,category,source\nsex,1,Census')).toEqual([
      [1, 'year', 'missing_column'],
      [1, 'count', 'missing_column'],
    ]);
    expect(faultsOf(HEADER)).toEqual([[undefined, 'file', 'empty']]);
    expect(faultsOf(`${HEADER}\nsex,1,"40,Census,2021`)).toEqual([[expect.any(Number), 'file', 'broken']]);
  });

  it('must tell of one population', () => {
    const rows = ['sex,1,400', 'sex,2,600', 'edu3,1,300', 'edu3,2,400', 'edu3,3,310'].map((row) => `${row},Census,2021`);
    expect(faultsOf([HEADER, ...rows].join('\n'))).toEqual([[4, 'count', 'totals_differ']]);
    expect(faultsOf('variable,category,share,source,year\nsex,1,40,C,2021\nsex,2,59,C,2021')).toEqual([
      [2, 'share', 'percent_total'],
    ]);
  });
});

it('categories of a margin leave out whoever the questionnaire turns away', () => {
  expect(categoriesOfMargin(variables, ['age_group']).map(({ codes }) => keyOf(codes))).toEqual(['1', '2', '3', '4', '5', '6']);
});
