import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedEffectsOf } from './fixedEffects.js';
import { linearRegressionFrom } from './linearRegression.js';
import { panelModelFrom, type PanelEffect, type PanelSpecification } from './panelModel.js';
import { panelRegressionFrom } from './panelRegression.js';
import { panelRobust } from './panelRobust.js';

const TOWNS = ['Balkhash', 'Karazhal', 'Temirtau', 'Satpayev'];
const YEARS = ['2018', '2019', '2020', '2021', '2022'];
/** Every town and year but three. */
const CELLS = TOWNS.flatMap((town, unit) => YEARS.map((year, time) => ({ town, year, unit, time }))).filter(
  (_, at) => ![2, 9, 15].includes(at),
);
const X = CELLS.map(({ unit, time }) => ((unit + 2) * (time + 3) * 7) % 11);
const Z = CELLS.map(({ unit, time }) => ((unit + 5) * (time + 1) * 5) % 13);
const Y = CELLS.map(
  ({ unit, time }, row) => 10 * unit + time ** 2 + 2 * (X[row] ?? 0) - (Z[row] ?? 0) + (((row + 3) * 17) % 7) / 5,
);

function panel(effect: PanelEffect, changes: Partial<PanelSpecification> = {}): PanelSpecification {
  return {
    response: 'y',
    terms: ['x', 'z'],
    individuals: CELLS.map(({ town }) => town),
    periods: CELLS.map(({ year }) => year),
    effect,
    variables: { x: X, y: Y, z: Z },
    ...changes,
  };
}

/** The same model with a dummy for each town but the first and each year but the first. */
function withDummies(effect: PanelEffect) {
  const dummies = [
    ...(effect === 'time' ? [] : TOWNS.slice(1).map((town) => [town, CELLS.map((cell) => Number(cell.town === town))] as const)),
    ...(effect === 'individual'
      ? []
      : YEARS.slice(1).map((year) => [year, CELLS.map((cell) => Number(cell.year === year))] as const)),
  ];
  const terms = ['x', 'z', ...dummies.map(([name]) => name)];
  return linearRegressionFrom({ response: 'y', terms, variables: { x: X, y: Y, z: Z, ...Object.fromEntries(dummies) } });
}

function refusal(specification: PanelSpecification): unknown {
  try {
    return panelModelFrom(specification);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a fixed-effects regression of an unbalanced panel', () => {
  it.each(['individual', 'time', 'twoways'] as const)('with %s effects is the regression on dummies', (effect) => {
    const within = panelRegressionFrom(panelModelFrom(panel(effect)));
    const dummies = withDummies(effect);
    expect(within.balanced).toBe(false);
    expect(within.residualDegreesOfFreedom).toBe(dummies.residualDegreesOfFreedom);
    expect(within.residualSquares).toBeCloseTo(dummies.residualSquares, 10);
    within.coefficients.forEach((coefficient, at) => {
      expect(coefficient.estimate).toBeCloseTo(dummies.coefficients[at + 1]?.estimate ?? 0, 11);
      expect(coefficient.standardError).toBeCloseTo(dummies.coefficients[at + 1]?.standardError ?? 0, 11);
    });
  });

  it('has the effects that the dummies have', () => {
    const dummies = new Map(withDummies('twoways').coefficients.map(({ term, estimate }) => [term, estimate]));
    const { individuals = {}, periods = {} } = fixedEffectsOf(panelModelFrom(panel('twoways')));
    expect(individuals.Balkhash).toBeCloseTo(dummies.get('(Intercept)') ?? 0, 10);
    expect((individuals.Temirtau ?? 0) - (individuals.Balkhash ?? 0)).toBeCloseTo(dummies.get('Temirtau') ?? 0, 10);
    expect(periods['2018']).toBe(0);
    expect(periods['2022']).toBeCloseTo(dummies.get('2022') ?? 0, 10);
    expect(Object.keys(fixedEffectsOf(panelModelFrom(panel('time'))))).toEqual(['periods']);
  });

  it('does not depend on the order of the rows', () => {
    const model = panelModelFrom(panel('twoways'));
    const expected = panelRobust(model, { by: 'individual', type: 'sss' }).coefficients;
    fc.assert(
      fc.property(fc.shuffledSubarray([...CELLS.keys()], { minLength: CELLS.length }), (order) => {
        const pick = <T>(values: readonly T[]) => order.map((row) => values[row] as T);
        const { individuals, periods = [] } = panel('twoways');
        const variables = { x: pick(X), y: pick(Y), z: pick(Z) };
        const other = panelModelFrom(panel('twoways', { individuals: pick(individuals), periods: pick(periods), variables }));
        const { coefficients } = panelRobust(other, { by: 'individual', type: 'sss' });
        coefficients.forEach(({ estimate, standardError }, at) => {
          expect(estimate).toBeCloseTo(expected[at]?.estimate ?? 0, 10);
          expect(standardError).toBeCloseTo(expected[at]?.standardError ?? 0, 10);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('does not see what is added to all rows of a town or of a year', () => {
    const shifted = Y.map((value, row) => value + 1000 * (CELLS[row]?.unit ?? 0) - 500 * (CELLS[row]?.time ?? 0));
    const before = panelRegressionFrom(panelModelFrom(panel('twoways')));
    const after = panelRegressionFrom(panelModelFrom(panel('twoways', { variables: { x: X, y: shifted, z: Z } })));
    expect(after.coefficients[0]?.estimate).toBeCloseTo(before.coefficients[0]?.estimate ?? 0, 9);
    expect(after.totalSquares).toBeCloseTo(before.totalSquares, 8);
  });

  it('counts independent effects only where towns and years fall into unconnected parts', () => {
    const early = CELLS.map(({ unit, time }) => unit < 2 === time < 2);
    const pick = <T>(values: readonly T[]) => values.filter((_, row) => early[row]);
    const { individuals, periods = [] } = panel('twoways');
    const variables = { x: pick(X), y: pick(Y) };
    const parts = panel('twoways', { terms: ['x'], individuals: pick(individuals), periods: pick(periods), variables });
    expect(panelModelFrom(parts).effects).toBe(4 + 5 - 2);
  });

  it('takes t with one degree of freedom less than clusters where asked', () => {
    const model = panelModelFrom(panel('individual'));
    expect(panelRobust(model, { by: 'individual', type: 'HC1', degreesOfFreedom: 'clusters' })).toMatchObject({
      degreesOfFreedom: 3,
      clusters: 4,
    });
    expect(panelRobust(model, { by: 'period', type: 'HC0' })).toMatchObject({ degreesOfFreedom: 11, clusters: 5 });
  });
});

describe('a fixed-effects regression is refused by name', () => {
  const { individuals } = panel('individual');
  const variables = { x: X, y: Y, z: CELLS.map(({ unit }) => unit + 0.1), trend: CELLS.map(({ unit, time }) => unit - time) };
  const withoutPeriods: PanelSpecification = { response: 'y', terms: ['x'], individuals, variables, effect: 'individual' };
  it.each([
    ['constant-column', panel('individual', { variables })],
    ['constant-column', panel('twoways', { terms: ['trend'], variables })],
    [
      'rank-deficient',
      panel('twoways', {
        terms: ['x', 'sum'],
        variables: { x: X, y: Y, sum: X.map((x, row) => x + 1e7 * (CELLS[row]?.unit ?? 0)) },
      }),
    ],
    ['bad-panel', panel('twoways', { periods: CELLS.map(() => '2018') })],
    ['bad-panel', panel('individual', { individuals: individuals.with(4, '') })],
    ['bad-panel', { ...withoutPeriods, effect: 'time' as const }],
    ['unequal-lengths', panel('individual', { individuals: ['Balkhash'] })],
    ['too-few-rows', panel('individual', { individuals: CELLS.map((_, row) => String(row)) })],
    ['not-finite', panel('individual', { variables: { x: X.with(0, Infinity), y: Y, z: Z } })],
    ['empty', panel('individual', { terms: [] })],
  ])('%s', (code, specification) => {
    expect(refusal(specification)).toBe(code);
  });

  it('and clusters of periods without periods', () => {
    const model = panelModelFrom(withoutPeriods);
    expect(panelRegressionFrom(model)).toMatchObject({ periods: null, balanced: null });
    expect(() => panelRobust(model, { by: 'period', type: 'HC0' })).toThrow('bad-panel');
  });
});
