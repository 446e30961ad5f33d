import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transformedPanel, type Coefficient } from '../../scoring/index.js';
import { canonicalCsvFrom } from '../../server/analysis/datasets/canonicalCsv.js';
import { panelTableOf } from '../../server/analysis/datasets/panelTableOf.js';
import { syntheticPanel, SYNTHETIC_EQUATION } from '../../server/analysis/journal/syntheticPanel.js';
import { estimateModel } from '../../server/analysis/regression/estimation/estimateModel.js';
import { loadDefinitions } from '../../server/definitions/index.js';
import type { RegressionModel, StandardErrors } from '../../survey-definitions/contract/index.js';
import { disagreements } from './referenceCase.js';

type Line = Pick<Coefficient, 'term' | 'estimate' | 'standardError' | 't' | 'p'>;
interface Values {
  eight: { name: string; coefficients: Line[] }[];
  ols: { coefficients: Line[]; errors: Partial<Record<StandardErrors, Line[]>>; variance: object; drivers: Record<string, object> } & Record<
    'leverage' | 'studentised' | 'cooksDistance',
    number[]
  >;
  robust: Record<'huber' | 'bisquare', { coefficients: Omit<Line, 'p'>[]; scale: number; weights: number[] }>;
  within: Record<'individual' | 'time' | 'twoways', { coefficients: Line[]; rSquared: number; clustered: Line[] }>;
}

const folder = join(import.meta.dirname, '11-town-panel');
const csv = readFileSync(join(folder, 'town-panel.csv'), 'utf8');
const values = JSON.parse(readFileSync(join(folder, 'values.json'), 'utf8')) as Values;
const { regressionPresets, towns } = loadDefinitions(join(import.meta.dirname, '../..'));
const preset = regressionPresets.find(({ id }) => id === 'l24');
const table = transformedPanel(panelTableOf({ csv }), preset?.transformations ?? []);

/** Tails are told by R to fewer digits than the rest. */
const TOLERANCE = { rel: 1e-8, abs: 1e-12, overrides: [{ path: 'coefficients.p', rel: 1e-6, abs: 1e-60 }] };
const expectToAgree = (actual: unknown, expected: unknown) => {
  expect(disagreements(actual, expected, TOLERANCE)).toEqual([]);
};

const TERMS = ['man_rate', 'inno', 'lab', 'mig_grw', 'pop_grw'];
const ols: RegressionModel = { name: 'OLS', response: 'log_y', terms: TERMS, estimator: { kind: 'ols' }, errors: 'classical' };

describe('the made-up panel of 19 towns and 5 years', () => {
  it('is the one that the demonstration offers', () => {
    expect(canonicalCsvFrom(syntheticPanel(towns.slice(0, 19).map(({ id }) => id)))).toBe(csv);
  });

  it('gives back the coefficients that it was made with, within two standard errors of fixed effects', () => {
    const { coefficients } = estimateModel(table, { ...ols, estimator: { kind: 'within', effect: 'individual' } });
    for (const { term, estimate, standardError } of coefficients)
      expect(Math.abs(estimate - SYNTHETIC_EQUATION[term as 'lab']) / standardError, term).toBeLessThan(2);
  });

  it.each(values.eight.map((expected) => [expected.name, expected] as const))('gives the numbers of R’s lm and car by %s', (name, expected) => {
    const model = preset?.models.find((entry) => entry.model.name === name)?.model ?? ols;
    const { f, ...estimated } = estimateModel(table, model);
    expectToAgree({ ...estimated, name: model.name, f: f?.value }, expected);
  });

  it('gives the tests, errors and influences of R’s lmtest, sandwich and stats', () => {
    const { coefficients, heteroskedasticity, influence } = estimateModel(table, ols);
    const { errors, variance, drivers, ...expected } = values.ols;
    const each = (key: 'leverage' | 'studentised' | 'cooksDistance') => influence?.map((row) => row[key]);
    const rows = { leverage: each('leverage'), studentised: each('studentised'), cooksDistance: each('cooksDistance') };
    expectToAgree({ coefficients, ...rows }, expected);
    expectToAgree(heteroskedasticity?.test, variance);
    expectToAgree(Object.fromEntries(heteroskedasticity?.drivers.map(({ term, test }) => [term, test]) ?? []), drivers);
    for (const [kind, lines] of Object.entries(errors)) {
      const robust = estimateModel(table, { ...ols, errors: kind as StandardErrors });
      expectToAgree({ coefficients: robust.coefficients }, { coefficients: lines });
    }
  });

  it.each(['huber', 'bisquare'] as const)('gives the %s estimates of R’s MASS', (kind) => {
    const { coefficients, residualStandardError: scale, rows } = estimateModel(table, { ...ols, estimator: { kind } });
    const lines = coefficients.map(({ term, estimate, standardError, t }) => ({ term, estimate, standardError, t }));
    const actual = { coefficients: lines, scale, weights: rows.map(({ weight }) => weight) };
    expect(disagreements(actual, values.robust[kind], { rel: 1e-6, abs: 1e-8, overrides: [] })).toEqual([]);
  });

  it.each(['individual', 'time', 'twoways'] as const)('gives the %s fixed effects of R’s plm, and their clustered errors', (effect) => {
    const { clustered, coefficients, rSquared } = values.within[effect];
    const within: RegressionModel = { ...ols, estimator: { kind: 'within', effect } };
    const estimated = estimateModel(table, within);
    expectToAgree(estimated, { coefficients, rSquared });
    const errors = estimateModel(table, { ...within, errors: 'cluster' }).coefficients.map(({ standardError }) => standardError);
    expectToAgree(errors, clustered.map(({ standardError }) => standardError));
  });
});
