import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../statistics/column.js';
import { criticWeights } from './criticWeights.js';
import { entropyWeights } from './entropyWeights.js';
import { importanceOf } from './importanceOf.js';
import { pcaTownWeights } from './pcaTownWeights.js';

const TOWNS = 12;
const scores = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: TOWNS, maxLength: TOWNS })
  .filter((values) => new Set(values).size > 1);
const rise = Array.from({ length: TOWNS }, (_, at) => at + 1);
const fall = [...rise].reverse();
const bent = rise.map((value) => (value - 5) ** 2);
const sumOf = (weights: Record<string, number>) => Object.values(weights).reduce((sum, weight) => sum + weight, 0);
const closeTo = (weights: Record<string, number>) =>
  Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, expect.closeTo(weight, 9) as number]));

describe.each([
  ['entropy', entropyWeights],
  ['CRITIC', criticWeights],
])('weights by %s', (_, weightsOf) => {
  it('are none below 0 and sum to 1, whatever the order of indicators and towns', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const weights = weightsOf({ a, b, bent });
        expect(sumOf(weights)).toBeCloseTo(1, 12);
        expect(Math.min(...Object.values(weights))).toBeGreaterThanOrEqual(0);
        const reversed = (values: number[]) => [...values].reverse();
        expect(weightsOf({ bent: reversed(bent), b: reversed(b), a: reversed(a) })).toEqual(closeTo(weights));
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on the unit of an indicator', () => {
    expect(weightsOf({ rise: rise.map((value) => 40 * value), fall, bent })).toEqual(closeTo(weightsOf({ rise, fall, bent })));
  });

  it('come from the towns without a gap, at least ten', () => {
    const gap = (values: number[]): Column => [...values, null];
    expect(weightsOf({ rise: gap(rise), bent: [...bent, 99] })).toEqual(weightsOf({ rise, bent }));
    expect(() => weightsOf({ rise: rise.slice(0, 9), bent: bent.slice(0, 9) })).toThrow('too-few-rows');
  });

  it('need more towns than indicators', () => {
    const columns = Object.fromEntries(rise.map((_, at) => [`a${String(at)}`, rise.map((value) => value ** (at + 1))]));
    expect(() => weightsOf(columns)).toThrow('too-few-rows {"rows":12,"needed":13}');
  });

  it('are refused for a constant indicator and for no number', () => {
    expect(() => weightsOf({ rise, flat: rise.map(() => 7) })).toThrow('constant-column {"input":"flat"}');
    expect(() => weightsOf({ rise, bad: rise.map(() => Number.NaN) })).toThrow('not-finite');
    expect(() => weightsOf({})).toThrow('empty');
  });
});

describe('weights by principal components of towns', () => {
  it('are the squares of the first component, of towns without a gap', () => {
    expect(pcaTownWeights({ rise: [...rise, 5], other: [...rise.map((value) => value ** 2), null] })).toEqual({
      rise: expect.closeTo(0.5, 12) as number,
      other: expect.closeTo(0.5, 12) as number,
    });
  });

  it('need ten towns and more towns than indicators', () => {
    expect(() => pcaTownWeights({ rise: rise.slice(0, 9), bent: bent.slice(0, 9) })).toThrow(
      'too-few-rows {"rows":9,"needed":10}',
    );
    const many = Object.fromEntries(rise.map((_, at) => [`a${String(at)}`, rise.map((value) => value ** (at + 1))]));
    expect(() => pcaTownWeights(many)).toThrow('too-few-rows {"rows":12,"needed":13}');
  });

  it('name an indicator that counts against the others', () => {
    const steep = rise.map((value) => value ** 2);
    expect(() => pcaTownWeights({ rise, steep, fall })).toThrow('negative-loading {"input":"fall"');
  });
});

describe('entropy weights', () => {
  it('follow the definition 1 + Σ p·ln p/ln n', () => {
    const divergence = (values: number[]) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const entropy = values.reduce((sum, value) => (value === 0 ? sum : sum - (value / total) * Math.log(value / total)), 0);
      return 1 - entropy / Math.log(values.length);
    };
    const [first, second] = [divergence(rise), divergence(bent)];
    expect(entropyWeights({ rise, bent }).rise).toBeCloseTo(first / (first + second), 12);
  });

  it('know no negative scores', () => {
    expect(() => entropyWeights({ rise: rise.map((value) => value - 3) })).toThrow('not-positive');
  });
});

describe('CRITIC weights', () => {
  it('are equal for two indicators, and refused where one tells what the other tells', () => {
    expect(criticWeights({ rise, fall })).toEqual(closeTo({ rise: 0.5, fall: 0.5 }));
    expect(() => criticWeights({ rise, twice: rise.map((value) => 2 * value) })).toThrow('zero-weights');
  });

  it('favour the indicator that goes against the others', () => {
    const near = rise.map((value, at) => value + (at % 2));
    const { fall: against = 0, rise: along = 0 } = criticWeights({ rise, near, fall });
    expect(against).toBeGreaterThan(along);
  });
});

describe('importance', () => {
  it('shares out the variance of the index, whatever is added to an indicator', () => {
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: -50, max: 50 }), (a, b, shift) => {
        fc.pre(new Set(a.map((value, at) => value + (b[at] ?? 0))).size > 1);
        const importance = importanceOf({ a, b });
        expect(sumOf(importance)).toBeCloseTo(1, 9);
        expect(importanceOf({ a: a.map((value) => value + shift), b })).toEqual(closeTo(importance));
      }),
      { numRuns: 40 },
    );
  });

  it('is nothing for an indicator that is the same everywhere, and below 0 for one that evens out', () => {
    expect(importanceOf({ rise, flat: rise.map(() => 5) })).toEqual({ rise: 1, flat: 0 });
    expect(importanceOf({ rise, half: fall.map((value) => value / 2) })).toEqual({ rise: 2, half: -1 });
  });

  it('needs ten towns that differ', () => {
    expect(() => importanceOf({ rise: rise.slice(0, 9) })).toThrow('too-few-rows');
    expect(() => importanceOf({ rise, fall })).toThrow('no-variance');
  });
});
