import { afterAll, describe, expect, it } from 'vitest';
import type { RegressionModel } from '../../../survey-definitions/contract/index.js';
import { canonicalCsvFrom, sectorCsvFrom } from '../datasets/canonicalCsv.js';
import { DescriptionChoiceSchema } from '../description/description.requests.js';
import { syntheticSectors } from '../diversification/syntheticSectors.js';
import { syntheticPanel } from '../journal/syntheticPanel.js';
import { createAnalysisComputation } from './analysisComputation.js';

const panel = { csv: canonicalCsvFrom(syntheticPanel(['abai', 'balkhash', 'ridder', 'rudny'])) };
const model = (name: string, term: string): RegressionModel => ({
  name,
  response: 'log_y',
  terms: [term],
  estimator: { kind: 'ols' },
  errors: 'HC3',
});
const analysis = {
  transformations: [{ kind: 'log' as const, name: 'log_y', of: 'y' }],
  models: [model('good', 'population'), model('bad', 'nowhere')],
};

describe('an analysis beside the pages', () => {
  const beside = createAnalysisComputation(1);
  const here = createAnalysisComputation(0);
  afterAll(() => Promise.all([beside.stop(), here.stop()]));

  it('gives the figures and the refused models that it gives in the thread of the pages', async () => {
    const expected = await here.run('analysis', analysis, panel);
    expect(await beside.run('analysis', analysis, panel)).toEqual(expected);
    expect(expected.results.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'unknown-column']);
  });

  it('brings back a column that cannot be computed under its name and place', async () => {
    const negative = { transformations: [{ kind: 'log' as const, name: 'log_m', of: 'net_migration' }], models: [] };
    const refusal = { code: 'out-of-range', details: { column: 'net_migration', unit: 'abai', year: 2018 } };
    await expect(beside.run('analysis', negative, panel)).rejects.toMatchObject({ name: 'ScoringError', ...refusal });
    const choice = DescriptionChoiceSchema.parse({ new: 'log', of: 'net_migration', name: 'log_m' });
    const description = await beside.run('description', panel, choice);
    expect(description).toEqual(await here.run('description', panel, choice));
    expect(description.fault).toMatchObject({ error: refusal });
  });

  it('takes tables of sectors as well', async () => {
    const options = { level: 'sector', base: 'bits', absent: 'zero' } as const;
    const sectors = { csv: sectorCsvFrom(syntheticSectors()) };
    expect(await beside.run('economy', sectors, options)).toEqual(await here.run('economy', sectors, options));
  });
});
