import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaFromCovariance } from './alphaFromCovariance.js';
import { cronbachAlpha } from './cronbachAlpha.js';
import { feldtInterval } from './feldtInterval.js';
import { guttmanLambda6 } from './guttmanLambda6.js';
import { correlationFrom, itemCovariance } from './itemCovariance.js';
import { maximumLikelihoodFactor } from './maximumLikelihoodFactor.js';
import { mcdonaldOmega } from './mcdonaldOmega.js';
import { minimumResidualFactor } from './minimumResidualFactor.js';
import { startingLoadings } from './startingLoadings.js';

/** Answers of twelve respondents to four items of one scale. */
const items = [
  Float64Array.of(1, 2, 3, 4, 5, 5, 4, 2, 1, 3, 4, 2),
  Float64Array.of(2, 2, 3, 5, 4, 5, 4, 1, 2, 3, 3, 2),
  Float64Array.of(1, 3, 2, 4, 5, 4, 5, 2, 1, 2, 4, 1),
  Float64Array.of(3, 1, 4, 4, 3, 5, 2, 2, 3, 3, 5, 2),
];
const units = fc.record({
  scale: fc.double({ min: 0.1, max: 50, noNaN: true }),
  shift: fc.double({ min: -50, max: 50, noNaN: true }),
});

/** Correlations of a factor with these loadings. */
function correlationsOf(loadings: number[]): number[][] {
  return loadings.map((first, row) => loadings.map((second, column) => (row === column ? 1 : first * second)));
}

describe("Cronbach's alpha", () => {
  it('does not depend on the unit of the answers or the order of the items', () => {
    const { alpha, standardisedAlpha, interval } = cronbachAlpha(items);
    fc.assert(
      fc.property(units, ({ scale, shift }) => {
        const moved = cronbachAlpha([...items].reverse().map((item) => item.map((answer) => scale * answer + shift)));
        return (
          Math.abs(moved.alpha - alpha) < 1e-9 &&
          Math.abs(moved.standardisedAlpha - standardisedAlpha) < 1e-9 &&
          Math.abs(moved.interval.lower - interval.lower) < 1e-9
        );
      }),
    );
  });

  it('is 1 for items that say the same, and standardised the Spearman–Brown value for two', () => {
    expect(alphaFromCovariance([[2, 2], [2, 2]])).toBeCloseTo(1, 12); // prettier-ignore
    const [[, r] = []] = correlationFrom(itemCovariance(items.slice(0, 2)));
    const two = cronbachAlpha(items.slice(0, 2));
    expect(two.standardisedAlpha).toBeCloseTo((2 * (r ?? 0)) / (1 + (r ?? 0)), 12);
    expect(two.withoutItem).toEqual([]);
  });

  it('leaves out incomplete answers, or uses each pair that there is', () => {
    const gaps = items.map((item, at) => item.map((answer, row) => (row === at ? Number.NaN : answer)));
    const complete = cronbachAlpha(gaps);
    expect(complete).toMatchObject({ n: 8, nComplete: 8 });
    expect(complete.alpha).toBeCloseTo(cronbachAlpha(items.map((item) => item.slice(4))).alpha, 12);
    expect(cronbachAlpha(gaps, { missing: 'pairwise' })).toMatchObject({ n: 12, nComplete: 8 });
  });

  it('names what it cannot be computed from', () => {
    const same = new Float64Array(12).fill(3);
    expect(() => cronbachAlpha(items.slice(0, 1))).toThrow('too-few-items {"items":1,"least":2}');
    expect(() => cronbachAlpha([...items, same])).toThrow('constant-column {"item":4}');
    expect(() => cronbachAlpha(items.map((item) => item.slice(0, 1)))).toThrow('too-few-rows');
    expect(() => cronbachAlpha(items.map(() => new Float64Array()))).toThrow('too-few-rows');
    expect(() => cronbachAlpha([...items, same.slice(1)])).toThrow('unequal-lengths');
    expect(() => cronbachAlpha([...items, same.map(() => Number.POSITIVE_INFINITY)])).toThrow('not-finite');
    expect(() => cronbachAlpha([...items, ...items.slice(0, 1)])).toThrow('rank-deficient');
    expect(() => alphaFromCovariance([[1, -1], [-1, 1]])).toThrow('zero-scale'); // prettier-ignore
    expect(() => feldtInterval(Number.NaN, 100, 5)).toThrow('not-finite');
    expect(() => feldtInterval(0.7, 1, 5)).toThrow('too-few-rows');
    expect(() => feldtInterval(0.7, 100, 1)).toThrow('too-few-items');
    expect(() => feldtInterval(0.7, 100, 5, 1)).toThrow('out-of-range');
  });
});

describe("Guttman's lambda 6", () => {
  it('of two items is their squared correlation and what is shared', () => {
    expect(guttmanLambda6([[1, 0.5], [0.5, 1]])).toBeCloseTo(0.5, 12); // prettier-ignore
    expect(() => guttmanLambda6([[1]])).toThrow('too-few-items');
  });
});

describe('a one-factor fit', () => {
  const loadings = fc.array(fc.double({ min: 0.3, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 7 });

  it.each([
    ['minimum residuals', minimumResidualFactor],
    ['maximum likelihood', maximumLikelihoodFactor],
  ])('finds the loadings that made the correlations (%s)', (_, fit) => {
    fc.assert(
      fc.property(loadings, (truth) => {
        const found = fit(correlationsOf(truth));
        return (
          found.heywoodItems.length === 0 && found.loadings.every((loading, at) => Math.abs(loading - (truth[at] ?? 0)) < 1e-5)
        );
      }),
      { numRuns: 50 },
    );
  });

  it('names a Heywood case', () => {
    const impossible = [
      [1, 0.9, 0.8],
      [0.9, 1, 0.5],
      [0.8, 0.5, 1],
    ];
    expect(minimumResidualFactor(impossible).heywoodItems).toEqual([0]);
    expect(maximumLikelihoodFactor(impossible).heywoodItems).toEqual([0]);
  });

  it('needs three items', () => {
    expect(() => startingLoadings(correlationsOf([0.5, 0.5]))).toThrow('too-few-items {"items":2,"least":3}');
  });
});

describe("McDonald's omega", () => {
  it('does not depend on one unit of all answers or the order of the items', () => {
    for (const fit of ['minimum-residuals', 'likelihood-of-correlations', 'likelihood-of-covariances'] as const) {
      const { omega } = mcdonaldOmega(items, { fit });
      const moved = [...items].reverse().map((item) => item.map((answer) => 7 * answer - 3));
      expect(mcdonaldOmega(moved, { fit }).omega).toBeCloseTo(omega, 6);
    }
  });

  it('needs three items', () => {
    expect(() => mcdonaldOmega(items.slice(0, 2))).toThrow('too-few-items');
  });
});
