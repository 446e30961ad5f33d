import { describe, expect, test } from 'vitest';
import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';
import { BUILT_IN } from '../../../../test/definitions/builtIn.js';
import { textsIn } from '../../../i18n/index.js';
import { readingOf } from './readingOf.js';
import { readingsFrom, sentenceOf } from './readings.viewModels.js';

const { transformations = [] } = BUILT_IN.regressionPresets.find(({ id }) => id === 'l24') ?? {};
const changeOf = (term: string, estimate: number, made: readonly PanelTransformation[] = transformations) =>
  readingOf({ term, estimate, lower: estimate, upper: estimate }, 'log_y', [term], made);

describe('with a logarithm as response a coefficient is read in per cent:', () => {
  test('0.023 of a share in per cent is 2.3 % a point, never 0.02 %', () => {
    expect(changeOf('man_rate', 0.023)).toMatchObject({ response: 'y', measure: 'percent', step: { kind: 'point', step: 1 } });
    expect(changeOf('man_rate', 0.023).change).toBeCloseTo(2.33, 2);
  });

  test('−0.518 of an organisation is −40.4 %', () => {
    expect(changeOf('inno', -0.518).change).toBeCloseTo(-40.43, 2);
    expect(changeOf('inno', -0.518).logPoints).toBe(-0.518);
  });

  test('1.865 of a growth rate, which is a fraction, is 1.9 % a point', () => {
    expect(changeOf('man_grw', 1.865).change).toBeCloseTo(1.88, 2);
  });

  test('−6734.733 of organisations a head is −0.67 log points for one in 10,000 people', () => {
    const reading = changeOf('inno_per', -6734.733);
    expect(reading.step).toEqual({ kind: 'perCapita', of: 'inno', step: 1 / 10_000, per: 10_000 });
    expect(reading.logPoints).toBeCloseTo(-0.67, 2);
  });

  test('0.424 is +52.8 % a unit', () => {
    expect(changeOf('div', 0.424).change).toBeCloseTo(52.8, 1);
  });

  test('of a logarithm it is an elasticity: 0.5 is half a per cent at one per cent more', () => {
    const made: PanelTransformation[] = [...transformations, { kind: 'log', name: 'ln_fdi', of: 'fdi' }];
    expect(changeOf('ln_fdi', 0.5, made)).toMatchObject({ variable: 'fdi', step: { kind: 'percent' } });
    expect(changeOf('ln_fdi', 0.5, made).change).toBeCloseTo(0.4988, 4);
  });

  test('a lag or a difference is read in the unit of its variable, one of a logarithm as the ratio or the year before', () => {
    const made: PanelTransformation[] = [
      ...transformations,
      { kind: 'lag', name: 'man_rate_before', of: 'man_rate', years: 1 },
      { kind: 'lag', name: 'log_y_before', of: 'log_y', years: 2 },
      { kind: 'difference', name: 'd_log_y', of: 'log_y' },
      { kind: 'lag', name: 'd_log_y_before', of: 'd_log_y', years: 1 },
      { kind: 'log-growth', name: 'growth', of: 'y' },
      { kind: 'difference', name: 'd_growth', of: 'growth' },
    ];
    const read = (term: string) => changeOf(term, 0.5, made);
    expect(read('man_rate_before').step).toEqual({ kind: 'point', step: 1 });
    const under = ['log_y_before', 'd_log_y', 'd_log_y_before', 'growth'].map((term) => [
      read(term).variable,
      read(term).step.kind,
    ]);
    expect(under).toEqual([
      ['y(t−2)', 'percent'],
      ['y(t)/y(t−1)', 'percent'],
      ['y(t−1)/y(t−2)', 'percent'],
      ['y(t)/y(t−1)', 'percent'],
    ]);
    expect(read('log_y_before').change).toBeCloseTo(0.4988, 4);
    expect(read('d_growth')).toMatchObject({ variable: 'd_growth', step: { kind: 'unit' } });
    const ofRatio = readingOf({ term: 'lab', estimate: 2, lower: 1, upper: 3 }, 'growth', ['lab'], made);
    expect(ofRatio).toMatchObject({ response: 'y(t)/y(t−1)', measure: 'percent' });
  });
});

test('without a logarithm it stays in the unit of the response, which of a share or a growth rate is the point', () => {
  const read = (response: string) =>
    readingOf({ term: 'lab', estimate: 2, lower: 1, upper: 3 }, response, ['lab'], transformations);
  expect(read('inno')).toMatchObject({ change: 0.02, lower: 0.01, measure: 'units', logPoints: null });
  expect(read('man_rate')).toMatchObject({ change: 0.02, lower: 0.01, measure: 'points' });
  expect(read('pop_grw')).toMatchObject({ change: 2, lower: 1, upper: 3, measure: 'points' });
});

describe('in words', () => {
  const made: PanelTransformation[] = [...transformations, { kind: 'product', name: 'both', of: 'inno', by: 'lab' }];
  const coefficient = { term: 'man_rate', estimate: 0.023, standardError: 0.006, t: 3.8, p: 0.0003, lower: 0.011, upper: 0.035 };

  test('a coefficient has its step, its interval and no claim of a cause', () => {
    const model = { name: 'A', response: 'log_y', terms: ['man_rate'], errors: 'cluster' as const };
    const within = { ...model, estimator: { kind: 'within' as const, effect: 'individual' as const } };
    const { lines, notes } = readingsFrom({ model: within, coefficients: [coefficient] }, transformations, 'en');
    expect(lines).toEqual([
      'Where man_rate is higher by one percentage point, y is on average 2.3\u00a0% higher (95\u00a0% interval: +1.1\u00a0% to +3.6\u00a0%).',
    ]);
    expect(notes).toEqual([
      'These are associations with the other variables of the model held fixed; they prove no cause.',
      'Years of the same town are compared.',
    ]);
  });

  test('an interval around zero says that the direction is not established', () => {
    const reading = readingOf({ ...coefficient, lower: -0.01, upper: 0.05 }, 'log_y', ['man_rate'], transformations);
    expect(sentenceOf(reading, textsIn('ru'), 'ru')).toMatch(/ноль: направление связи не установлено/);
  });

  test('a product is not read by itself, and its factors only where the other is zero', () => {
    const product = readingOf({ ...coefficient, term: 'both' }, 'log_y', ['inno', 'lab', 'both'], made);
    expect(sentenceOf(product, textsIn('en'), 'en')).toContain('product of inno and lab');
    const square = readingOf(
      { ...coefficient, term: 'lab2' },
      'log_y',
      ['lab', 'lab2'],
      [{ kind: 'product', name: 'lab2', of: 'lab', by: 'lab' }],
    );
    expect(sentenceOf(square, textsIn('en'), 'en')).toContain('lab2 is the square of lab');
    const factor = readingOf({ ...coefficient, term: 'inno' }, 'log_y', ['inno', 'lab', 'both'], made);
    expect(sentenceOf(factor, textsIn('en'), 'en')).toContain('where lab is zero');
  });
});
