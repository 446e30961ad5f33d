import { join } from 'node:path';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { ScoringError, type PanelTable } from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import { loadCase } from '../../../../test/reference/referenceCase.js';
import { estimateModel } from './estimateModel.js';

const ROBUST = ['HC0', 'HC1', 'HC2', 'HC3'] as const;

interface Line {
  estimate: number;
  se: number;
}

/** What the cases expect, each its part. */
interface Expected extends Record<(typeof ROBUST)[number], { coefficients: Line[] }> {
  coefficients: Line[];
  aic: number;
  bic: number;
  f: number;
  adjR2: number;
  r2Within: number;
  scale: number;
  weights: number[];
  studentized: { statistic: number };
  nonStudentized: { statistic: number };
  clusterRobust: { arellanosss: Line[] };
}

/** The data of a reference case as a panel; without keys every row is a unit of its own. */
function referencePanel(path: string, unit?: string): { table: PanelTable; expected: Expected } {
  const { reference, tables } = loadCase<Expected>(join(import.meta.dirname, '../../../../test/reference', `${path}.json`));
  const rows = tables[0] ?? [];
  const columns = Object.keys(rows[0] ?? {}).map((name) => [name, Float64Array.from(rows, (row) => Number(row[name]))] as const);
  return {
    table: {
      units: rows.map((row, at) => (unit === undefined ? `row ${at}` : (row[unit] ?? ''))),
      years: rows.map((row) => Number(row.year ?? 2020)),
      columns: Object.fromEntries(columns),
    },
    expected: reference.expected,
  };
}

function model(response: string, terms: string[], changes: Partial<RegressionModel> = {}): RegressionModel {
  return { name: 'a', response, terms, estimator: { kind: 'ols' }, errors: 'classical', ...changes };
}

const linesOf = ({ coefficients }: ReturnType<typeof estimateModel>) =>
  coefficients.map(({ estimate, standardError }) => ({ estimate, se: standardError }));

function expectLines(actual: Line[], expected: readonly Line[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach(({ estimate, se }, at) => {
    expect((actual[at]?.estimate ?? Number.NaN) / estimate).toBeCloseTo(1, 8);
    expect((actual[at]?.se ?? Number.NaN) / se).toBeCloseTo(1, 8);
  });
}

function refusalOf(table: PanelTable, refused: RegressionModel): ScoringError {
  try {
    estimateModel(table, refused);
  } catch (error) {
    if (error instanceof ScoringError) return error;
  }
  throw new Error('the model was not refused');
}

const SCHOOLS = ['str', 'english', 'lunch'];

describe('a model gives the numbers of R', () => {
  it('by weighted least squares: weights in proportion to a column or, by its reciprocal, inverse to it', () => {
    const { table, expected } = referencePanel('02-wls-diagnostics/caschools-wls');
    const columns = { ...table.columns, v: (table.columns.students ?? new Float64Array()).map((value) => 1 / value) };
    for (const [variable, weight] of [
      ['students', 'proportional'],
      ['v', 'inverse'],
    ] as const) {
      const found = estimateModel(
        { ...table, columns },
        model('testscr', SCHOOLS, { estimator: { kind: 'wls', variable, weight } }),
      );
      expectLines(linesOf(found), expected.coefficients);
      expect(found.aic).toBeCloseTo(expected.aic, 7);
      expect(found.bic).toBeCloseTo(expected.bic, 7);
      expect(found.f?.value).toBeCloseTo(expected.f, 7);
      expect(found.adjustedRSquared).toBeCloseTo(expected.adjR2, 10);
    }
  });

  it.each(ROBUST)('with standard errors %s of weighted least squares', (errors) => {
    const { table, expected } = referencePanel('02-wls-diagnostics/caschools-wls-hc');
    const estimator = { kind: 'wls', variable: 'students', weight: 'proportional' } as const;
    const found = estimateModel(table, model('testscr', SCHOOLS, { estimator, errors }));
    expectLines(linesOf(found), expected[errors].coefficients);
  });

  it('in both forms of the Breusch–Pagan test', () => {
    const { table, expected } = referencePanel('02-wls-diagnostics/mtcars-breusch-pagan');
    const { heteroskedasticity } = estimateModel(table, model('mpg', ['wt', 'hp', 'qsec', 'disp']));
    expect(heteroskedasticity?.test.studentized.statistic).toBeCloseTo(expected.studentized.statistic, 8);
    expect(heteroskedasticity?.test.nonStudentized.statistic).toBeCloseTo(expected.nonStudentized.statistic, 8);
  });

  it.each(['huber', 'bisquare'] as const)('by the M-estimator %s', (kind) => {
    const { table, expected } = referencePanel(`03-robust-regression/stackloss-${kind}`);
    const terms = ['air_flow', 'water_temp', 'acid_conc'];
    const found = estimateModel(table, model('stack_loss', terms, { estimator: { kind } }));
    expected.coefficients.forEach(({ estimate, se }, at) => {
      expect(found.coefficients[at]?.estimate).toBeCloseTo(estimate, 5);
      expect(found.coefficients[at]?.standardError).toBeCloseTo(se, 5);
    });
    expect(found.residualStandardError).toBeCloseTo(expected.scale, 5);
    found.rows.forEach(({ weight }, at) => {
      expect(weight).toBeCloseTo(expected.weights[at] ?? Number.NaN, 5);
    });
  });

  it.each(['individual', 'twoways'] as const)('by fixed effects (%s), usual and clustered', (effect) => {
    const { table, expected } = referencePanel(`04-panel/grunfeld-unbalanced-${effect}`, 'firm');
    const estimator = { kind: 'within', effect } as const;
    const usual = estimateModel(table, model('inv', ['value', 'capital'], { estimator }));
    expectLines(linesOf(usual), expected.coefficients);
    expect(usual.rSquared).toBeCloseTo(expected.r2Within, 10);
    const clustered = estimateModel(table, model('inv', ['value', 'capital'], { estimator, errors: 'cluster' }));
    expectLines(linesOf(clustered), expected.clusterRobust.arellanosss);
    expect(clustered.errors).toEqual({ kind: 'cluster', degreesOfFreedom: 9, clusters: 10 });
    expect(clustered.warnings).toContainEqual({ kind: 'few-clusters', clusters: 10 });
  });
});

const TRUE_SLOPES = { man_rate: 2.3, lab: -0.8 };

/** 19 towns in 5 years, with an effect of each town that also moves `man_rate`, and errors that grow with `lab`. */
function simulatedTowns(seed: number): PanelTable {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const effects = Array.from({ length: 19 }, normal);
  const rows = Array.from({ length: 95 }, (_, at) => {
    const effect = effects[Math.floor(at / 5)] ?? 0;
    const [manRate, lab] = [0.3 + 0.1 * effect + 0.2 * normal(), 0.2 + 0.8 * uniform()];
    const error = 0.2 * lab ** 2 * normal();
    return { manRate, lab, error, y: effect + TRUE_SLOPES.man_rate * manRate + TRUE_SLOPES.lab * lab + error };
  });
  return {
    units: rows.map((_, at) => `town ${Math.floor(at / 5) + 1}`),
    years: rows.map((_, at) => 2018 + (at % 5)),
    columns: {
      y: Float64Array.from(rows, ({ y }) => y),
      man_rate: Float64Array.from(rows, ({ manRate }) => manRate),
      lab: Float64Array.from(rows, ({ lab }) => lab),
      error: Float64Array.from(rows, ({ error }) => error),
    },
  };
}

describe('a simulated panel of 19 towns and 5 years', () => {
  const table = simulatedTowns(1);
  const terms = Object.keys(TRUE_SLOPES);
  const { columns } = table;

  it('gives its known coefficients back by fixed effects, and 19 of 20 clustered intervals hold them', () => {
    const within = model('y', terms, { estimator: { kind: 'within', effect: 'individual' }, errors: 'cluster' });
    const runs = Array.from({ length: 60 }, (_, seed) => estimateModel(simulatedTowns(seed), within));
    Object.values(TRUE_SLOPES).forEach((known, at) => {
      const found = runs.flatMap(({ coefficients }) => coefficients[at] ?? []);
      expect(found.reduce((sum, { estimate }) => sum + estimate, 0) / 60).toBeCloseTo(known, 1);
      const holding = found.filter(({ lower, upper }) => lower < known && known < upper).length;
      expect(holding).toBeGreaterThan(60 * 0.85);
    });
    expect(runs[0]?.effects).toMatchObject({ units: 19, periods: 5, balanced: true });
  });

  it('shows which variable the variance goes with', () => {
    const { heteroskedasticity, warnings } = estimateModel(table, model('error', terms));
    const [rate, lab] = heteroskedasticity?.drivers ?? [];
    expect(lab?.test.studentized.p).toBeLessThan(0.001);
    expect(lab?.slope).toBeGreaterThan(0);
    expect(rate?.test.studentized.p).toBeGreaterThan(0.05);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'heteroskedastic', drivers: ['lab'] }));
  });

  it('is refused by place where a model has no meaning', () => {
    const twice = (columns.lab ?? new Float64Array()).map((value, row) => 2 * value - 3 * (columns.man_rate?.[row] ?? 0));
    const zero = (columns.lab ?? new Float64Array()).with(7, 0);
    const bad = { ...table, columns: { ...columns, twice, zero, one: new Float64Array(95).fill(1), other: columns.y ?? zero } };
    const wls = { estimator: { kind: 'wls', variable: 'zero', weight: 'inverse' } } as const;
    expect(refusalOf(bad, model('y', ['other', 'man_rate', 'lab', 'twice']))).toMatchObject({
      code: 'rank-deficient',
      details: { term: 'twice', columns: ['man_rate', 'lab', 'twice'] },
    });
    expect(refusalOf(bad, model('y', ['one']))).toMatchObject({ code: 'constant-column', details: { term: 'one' } });
    expect(refusalOf(bad, model('one', ['lab']))).toMatchObject({ code: 'constant-column', details: { column: 'one' } });
    expect(refusalOf(bad, model('y', ['lab'], wls))).toMatchObject({
      code: 'out-of-range',
      details: { column: 'zero', unit: 'town 2', year: 2020, value: 0 },
    });
    expect(refusalOf(bad, model('y', ['nowhere']))).toMatchObject({ code: 'unknown-column', details: { column: 'nowhere' } });
    expect(refusalOf(bad, model('y', ['lab'], { estimator: { kind: 'huber' }, errors: 'HC3' }))).toMatchObject({
      code: 'undefined-errors',
      details: { errors: 'HC3', estimator: 'huber' },
    });
  });

  it('is refused by place where rows or effects leave nothing', () => {
    const own = new Float64Array(95).with(7, 1);
    const level = Float64Array.from({ length: 95 }, (_, at) => Math.floor(at / 5));
    const none = new Float64Array(95).fill(Number.NaN);
    const bad = { ...table, columns: { ...columns, own, level, none } };
    const within = (effect: 'individual' | 'time') => ({ estimator: { kind: 'within', effect } }) as const;
    expect(refusalOf(bad, model('y', ['lab', 'own'], { errors: 'HC3' }))).toMatchObject({
      code: 'full-leverage',
      details: { unit: 'town 2', year: 2020 },
    });
    expect(refusalOf(bad, model('y', ['lab', 'none'])).details).toEqual({ columns: ['y', 'lab', 'none'], without: ['none'] });
    expect(refusalOf(bad, model('y', ['level'], within('individual'))).details).toEqual({ term: 'level', within: 'individual' });
    expect(refusalOf(bad, model('level', ['lab'], within('individual'))).details).toEqual({
      column: 'level',
      within: 'individual',
    });
    expect(estimateModel(bad, model('y', ['level'], within('time'))).n).toBe(95);
  });

  it('names rows that lack a value, and columns that they lack', () => {
    const lab = (columns.lab ?? new Float64Array()).with(7, Number.NaN);
    const found = estimateModel({ ...table, columns: { ...columns, lab } }, model('y', terms));
    expect(found.missing).toEqual([{ unit: 'town 2', year: 2020, columns: ['lab'] }]);
    expect(found.n).toBe(94);
    expect(found.influence).toHaveLength(94);
    const few = { ...table, columns: { ...columns, lab: new Float64Array(95).fill(Number.NaN).fill(1, 0, 1).fill(2, 1, 2) } };
    expect(refusalOf(few, model('y', terms)).code).toBe('too-few-rows');
  });
});
