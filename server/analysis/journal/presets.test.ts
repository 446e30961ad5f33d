import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '../../../test/definitions/builtIn.js';
import type { DatasetHead } from '../datasets/dataset.js';
import { columnMeanings, datasetsByFit, presetFits } from './presets.js';

const preset = BUILT_IN.regressionPresets.find(({ id }) => id === 'l24');
if (!preset) throw new Error('there is no preset l24');

/** The table as it is printed; columns of the models between the dependent variable and the p value of Breusch and Pagan. */
const TERMS = ['man_rate', 'man_grw', 'inno', 'inno_per', 'lab', 'mig_grw', 'pop_grw', '(Intercept)'];
const PRINTED = `
| WLS.1 | log_y | 0.023 (0.006) | | −0.518 (0.167) | | 0.445 (0.887) | 0.002 (0.002) | −14.823 (6.198) | 9.769 (0.752) | 0.183 |
| WLS.2 | log_y | 0.022 (0.006) | | | −6734.733 (1993.192) | 0.384 (0.878) | 0.001 (0.002) | −15.497 (6.153) | 9.841 (0.746) | 0.194 |
| WLS.3 | log_y | | 1.865 (0.763) | −0.597 (0.174) | | −1.611 (0.806) | 0.001 (0.002) | −12.268 (6.468) | 11.906 (0.535) | 0.804 |
| WLS.4 | log_y | | 1.832 (0.749) | | −7919.255 (2051.912) | −1.572 (0.790) | 0.001 (0.002) | −13.400 (6.381) | 11.867 (0.523) | 0.767 |
| WLS.5 | log_y_per | 0.016 (0.005) | | −0.237 (0.140) | | 1.479 (0.743) | 0.001 (0.002) | −12.567 (5.193) | 12.373 (0.630) | 0.265 |
| WLS.6 | log_y_per | 0.016 (0.005) | | | −3222.013 (1679.049) | 1.446 (0.740) | 0.001 (0.002) | −13.004 (5.183) | 12.415 (0.629) | 0.287 |
| WLS.7 | log_y_per | | 1.448 (0.627) | −0.294 (0.143) | | −0.004 (0.662) | 0.001 (0.002) | −10.761 (5.314) | 13.896 (0.439) | 0.604 |
| WLS.8 | log_y_per | | 1.433 (0.620) | | −4080.660 (1700.382) | 0.016 (0.655) | 0.001 (0.002) | −11.498 (5.288) | 13.880 (0.434) | 0.594 |
`;

test.each(PRINTED.trim().split('\n'))('the preset prints what the paper prints: %s', (line) => {
  const [, name, response, ...cells] = line.split('|').map((cell) => cell.trim().replaceAll('−', '-'));
  const found = preset.models.find(({ model }) => model.name === name);
  const coefficients = TERMS.flatMap((term, at) => {
    const [estimate, standardError] = (cells[at] ?? '')
      .split(/[ ()]+/)
      .filter(Boolean)
      .map(Number);
    return estimate === undefined ? [] : [{ term, estimate, standardError }];
  });
  expect(found?.model.response).toBe(response);
  expect(found?.model.terms).toEqual(coefficients.slice(0, -1).map(({ term }) => term));
  expect(found?.printed).toMatchObject({ n: 76, coefficients, breuschPaganP: Number(cells[TERMS.length]) });
});

test('it names the star that the paper prints and no other', () => {
  const starred = preset.models.flatMap(({ model, printed }) =>
    (printed?.coefficients ?? []).filter(({ stars }) => stars !== null).map(({ term, stars }) => [model.name, term, stars]),
  );
  expect(starred).toEqual([['WLS.6', 'pop_grw', '*']]);
});

describe('data fit a preset', () => {
  const raw = ['y', 'man', 'inno', 'labour_force', 'population', 'net_migration'];

  test('with the raw columns, from which all others are computed', () => {
    expect(presetFits(preset, raw)).toEqual({ transformations: preset.transformations, missing: [] });
  });

  test('with the columns of the paper as they are: nothing is computed twice, and nothing that cannot be', () => {
    const ready = ['log_y', 'log_y_per', 'man_rate', 'man_grw', 'inno', 'inno_per', 'lab', 'mig_grw', 'pop_grw'];
    expect(presetFits(preset, ready)).toEqual({ transformations: [], missing: [] });
  });

  test('and data that have them are offered before others', () => {
    const datasetWith = (name: string, ids: readonly string[]) => ({ name, columns: ids.map((id) => ({ id, heading: id })) });
    const offered = datasetsByFit(preset, [datasetWith('without', ['y']), datasetWith('with', raw)] as DatasetHead[]);
    expect(offered.map(({ dataset, missing }) => [dataset.name, missing.length])).toEqual([
      ['with', 0],
      ['without', 5],
    ]);
  });

  test('or not, and then the raw columns that lack are named', () => {
    expect(presetFits(preset, ['y', 'man', 'inno', 'lab']).missing).toEqual(['population', 'net_migration']);
  });
});

test('a column that data bring ready means what the preset computes under its name, unless the analysis computes it otherwise', () => {
  const own = [{ kind: 'log' as const, name: 'log_y', of: 'sales' }];
  const meanings = columnMeanings({ preset: 'l24', transformations: own }, BUILT_IN.regressionPresets);
  expect(meanings.filter(({ name }) => name === 'log_y')).toEqual(own);
  expect(meanings).toContainEqual({ kind: 'growth', name: 'man_grw', of: 'man' });
  expect(columnMeanings({ preset: null, transformations: own }, BUILT_IN.regressionPresets)).toEqual(own);
});
