import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTest } from './binomialTest.js';
import { boxPlotFrom, fiveNumbers } from './boxPlot.js';
import { orthonormalFactor, solvedNormalEquations } from './orthonormalFactor.js';
import { proportionInterval } from './proportionInterval.js';
import { quantile, type QuantileType } from './quantile.js';
import { shapeOf } from './shape.js';
import { summaryStatisticsFrom } from './summaryStatistics.js';
import { trimmedMean } from './trimmedMean.js';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
const varied = values.filter((numbers) => new Set(numbers).size > 1);
const TYPES: QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('quantiles', () => {
  const oneToTen = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

  it('of the nine types differ as in R', () => {
    const quarters = TYPES.map((type) => quantile(oneToTen, 0.25, type));
    const expected = [3, 3, 2, 2.5, 3, 2.75, 3.25, 2.9166666666667, 2.9375];
    expect(quarters).toEqual(expected.map((value): unknown => expect.closeTo(value, 12)));
  });

  it('lie on steps of the distribution by the first three types', () => {
    expect(([1, 2, 3] as const).map((type) => quantile(oneToTen, 0.5, type))).toEqual([5, 5.5, 5]);
    expect(quantile(oneToTen, 0.35, 3)).toBe(4);
  });

  it('move with the unit and never leave the sample', () => {
    const probabilities = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, probabilities, fc.constantFrom(...TYPES), (sample, probability, type) => {
        const plain = quantile(sample, probability, type);
        const moved = quantile(
          sample.map((value) => 3 * value - 7),
          probability,
          type,
        );
        return plain >= Math.min(...sample) && plain <= Math.max(...sample) && Math.abs(moved - (3 * plain - 7)) < 1e-9;
      }),
    );
  });

  it('refuse what is no sample or no probability', () => {
    expect(() => quantile([], 0.5)).toThrow('empty');
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow('not-finite {"input":"values","row":1}');
    expect(() => quantile([1], 1.1)).toThrow('out-of-range');
  });
});

describe('a box plot', () => {
  it('divides the values into those inside and the outliers', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('hinges', 'type6', 'type7'), (sample, rule) => {
        const { whiskerLow, whiskerHigh, outliers } = boxPlotFrom(sample, rule);
        const inside = sample.filter((value) => value >= whiskerLow && value <= whiskerHigh);
        return inside.length + outliers.length === sample.length;
      }),
    );
  });

  it("has Tukey's five numbers", () => {
    expect(fiveNumbers([1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3.5, 5, 6]);
    expect(fiveNumbers([7])).toEqual([7, 7, 7, 7, 7]);
  });

  it('keeps a value on a fence inside', () => {
    expect(boxPlotFrom([0, 2, 2, 3, 4, 4, 7]).outliers).toEqual([]);
    expect(boxPlotFrom([0, 2, 2, 3, 4, 4, 7.1]).outliers).toEqual([7.1]);
  });

  it('refuses a negative coefficient', () => {
    expect(() => boxPlotFrom([1, 2], 'hinges', -1)).toThrow('out-of-range');
  });
});

describe('a summary', () => {
  it('moves with the unit', () => {
    fc.assert(
      fc.property(varied, (sample) => {
        const plain = summaryStatisticsFrom(sample);
        const moved = summaryStatisticsFrom(sample.map((value) => 10 - 2 * value));
        return (
          Math.abs(moved.mean - (10 - 2 * plain.mean)) < 1e-9 &&
          Math.abs(moved.standardDeviation - 2 * plain.standardDeviation) < 1e-9 * (1 + plain.standardDeviation) &&
          Math.abs(moved.medianDeviation - 2 * plain.medianDeviation) < 1e-9 &&
          Math.abs(moved.trimmedMean - (10 - 2 * plain.trimmedMean)) < 1e-9
        );
      }),
    );
  });

  it('keeps the digits of values far from 0', () => {
    expect(summaryStatisticsFrom([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance).toBe(1);
  });

  it('needs two values', () => {
    expect(() => summaryStatisticsFrom([1])).toThrow('too-few-rows');
    expect(() => trimmedMean([1, 2], 0.5)).toThrow('out-of-range');
  });
});

describe('skewness and kurtosis', () => {
  it('do not depend on the unit; the skewness turns with the sign', () => {
    fc.assert(
      fc.property(varied, (sample) => {
        const plain = shapeOf(sample);
        const moved = shapeOf(sample.map((value) => 10 - 2 * value));
        return (
          Math.abs(moved.skewness.type1 + plain.skewness.type1) < 1e-6 &&
          Math.abs(moved.kurtosis.type1 - plain.kurtosis.type1) < 1e-6
        );
      }),
    );
  });

  it('are undefined without bias for few values, and for equal ones', () => {
    expect(shapeOf([1, 2]).skewness.type2).toBeUndefined();
    expect(shapeOf([1, 2, 4]).kurtosis.type2).toBeUndefined();
    expect(() => shapeOf([3, 3, 3])).toThrow('constant-column');
  });
});

describe('intervals of a counted share', () => {
  const shares = fc
    .record({ trials: fc.integer({ min: 1, max: 300 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ trials, part }) => ({ successes: Math.round(part * trials), trials }));

  it('enclose it, and turn around with it', () => {
    const methods = fc.constantFrom('wilson', 'wilsonContinuity', 'clopperPearson', 'jeffreys', 'agrestiCoull', 'wald');
    fc.assert(
      fc.property(shares, methods, ({ successes, trials }, method) => {
        const { lower, upper } = proportionInterval({ successes, trials }, method);
        const turned = proportionInterval({ successes: trials - successes, trials }, method);
        const share = successes / trials;
        return lower <= share + 1e-12 && upper >= share - 1e-12 && Math.abs(turned.lower - (1 - upper)) < 1e-7;
      }),
    );
  });

  it('refuse what is no count', () => {
    expect(() => proportionInterval({ successes: 1.5, trials: 10 }, 'wilson')).toThrow('out-of-range');
    expect(() => proportionInterval({ successes: 11, trials: 10 }, 'wald')).toThrow('out-of-range');
    expect(() => proportionInterval({ successes: 1, trials: 10 }, 'wald', 1)).toThrow('out-of-range');
    expect(() => binomialTest(11, 10)).toThrow('out-of-range');
  });

  it('agree with the exact test', () => {
    expect(binomialTest(5, 10)).toBeCloseTo(1, 12);
    expect(binomialTest(0, 3, 0.1)).toBe(1);
    expect(binomialTest(2, 3, 0.1)).toBeCloseTo(0.028, 12);
  });
});

describe('a QR factor', () => {
  it('solves the normal equations', () => {
    const columns = [Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 4)];
    const [first = 0, second = 0] = solvedNormalEquations(orthonormalFactor(columns), [10, 30]);
    expect(3 * first + 7 * second).toBeCloseTo(10, 12);
    expect(7 * first + 21 * second).toBeCloseTo(30, 12);
  });

  it('names the column that depends on others', () => {
    const column = Float64Array.of(1, 2, 3);
    expect(() => orthonormalFactor([column, column.map((value) => 2 * value)])).toThrow('rank-deficient {"column":1}');
    expect(() => orthonormalFactor([Float64Array.of(1), Float64Array.of(2)])).toThrow('too-few-rows');
  });
});
