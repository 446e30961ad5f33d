import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyEstimatesFrom } from '../estimates/surveyEstimates.js';
import { adjustedResiduals } from '../estimates/weightAdjustment.js';
import { adjustedToShares, type WeightingKind } from './adjustedToShares.js';
import { sumsByCategory } from './margin.js';
import { townWeightsFrom } from './townWeights.js';
import { weightsAmongAll } from './weightsAmongAll.js';

const KINDS: WeightingKind[] = ['raking', 'post-stratification', 'linear-calibration', 'raking-calibration'];
/** 12 men and 8 women of a population of 40 % men. */
const sex = { categories: Int32Array.from({ length: 20 }, (_, row) => (row < 12 ? 0 : 1)), shares: [0.4, 0.6] };
const equal = (rows: number): Float64Array => new Float64Array(rows).fill(1);

describe('weights adjusted to shares of a population', () => {
  it.each(KINDS)('are the same by %s where there is one margin', (kind) => {
    const { weights } = adjustedToShares(equal(20), [sex], kind);
    weights.forEach((weight, row) => {
      expect(weight).toBeCloseTo(row < 12 ? 2 / 3 : 1.5, 6);
    });
  });

  it.each(KINDS)('leave by %s whoever a special code keeps out of the only margin as they were', (kind) => {
    const categories = sex.categories.map((category, row) => (row % 10 === 0 ? -1 : category));
    const { weights } = adjustedToShares(equal(20), [{ ...sex, categories }], kind);
    expect([weights[0], weights[10]]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(20, 9);
  });

  it('meet every margin by every kind that takes several', () => {
    const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 })), {
      minLength: 30,
      maxLength: 60,
    });
    // The six cells all have somebody, so that every kind has a solution near the sample.
    const complete = answers.map((some) => [...some, ...[0, 1].flatMap((a) => [0, 1, 2].map((b): [number, number] => [a, b]))]);
    fc.assert(
      fc.property(complete, fc.constantFrom<WeightingKind>('raking', 'raking-calibration'), (people, kind) => {
        const margins = [
          { categories: Int32Array.from(people, ([a]) => a), shares: [0.45, 0.55] },
          { categories: Int32Array.from(people, ([, b]) => b), shares: [0.3, 0.4, 0.3] },
        ];
        const { weights } = adjustedToShares(equal(people.length), margins, kind);
        for (const { categories, shares } of margins)
          sumsByCategory(weights, categories, shares.length).forEach((sum, at) => {
            expect(sum / people.length).toBeCloseTo(shares[at] ?? 0, 5);
          });
      }),
      { numRuns: 40 },
    );
  });

  it('take exactly one margin for post-stratification', () => {
    expect(() => adjustedToShares(equal(20), [sex, sex], 'post-stratification')).toThrow('out-of-range');
  });
});

it('calibration by cell explains of a figure what the regression of all rows explains', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 24, maxLength: 24 });
  const people = Array.from(
    { length: 24 },
    (_, at) => [at % 2, Math.floor(at / 2) % 3 === 2 ? -1 : Math.floor(at / 2) % 3] as const,
  );
  const margins = [
    { categories: Int32Array.from(people, ([a]) => a), shares: [0.4, 0.6] },
    { categories: Int32Array.from(people, ([, b]) => b), shares: [0.3, 0.7] },
  ];
  const { weights, adjustment } = adjustedToShares(equal(24), margins, 'raking-calibration');
  if (adjustment.kind !== 'calibrated-by-cell') throw new Error(adjustment.kind);
  const auxiliaries = adjustment.auxiliaries.map((values) => Float64Array.from(adjustment.cells, (cell) => values[cell] ?? 0));
  fc.assert(
    fc.property(figures, (values) => {
      const residuals = Float64Array.from(values, (value, row) => value * (weights[row] ?? 1));
      const byRow = adjustedResiduals(residuals, weights, { kind: 'calibrated', auxiliaries, startWeights: equal(24) });
      adjustedResiduals(residuals, weights, adjustment).forEach((residual, row) => {
        expect(residual).toBeCloseTo(byRow[row] ?? 0, 8);
      });
    }),
    { numRuns: 30 },
  );
});

describe('weights of some respondents among all', () => {
  const margin = { name: 'sex', codes: Int16Array.from(sex.categories), shares: new Map([[0, 0.4], [1, 0.6]]) }; // prettier-ignore
  const scores = [...Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 70 : 90)), ...Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? 20 : 40))]; // prettier-ignore
  const members = Uint8Array.from({ length: 25 }, (_, row) => (row % 5 === 0 ? 0 : 1));

  /** By hand, n = 20: value 0.4·80 + 0.6·30; v = 20/19·(12·(⅔·10/20)² + 8·(1.5·10/20)²). */
  it.each(KINDS)('give by %s the estimate that one finds by hand, with five more outside', (kind) => {
    const placed = weightsAmongAll(townWeightsFrom(20, [margin], kind), members);
    let next = 0;
    const values = Float64Array.from(members, (member) => (member === 1 ? (scores[next++] ?? 0) : 99));
    const columns = {
      rows: 25,
      items: { score: values, one: new Int16Array(25).fill(1) },
      populations: { headline: members },
      flags: {},
      weights: placed.weights,
    };
    const request = { kind: 'ratio', code: 'S', numerator: 'score', denominator: 'one', analysisPopulation: 'headline' } as const;
    const { adjustment } = placed;
    const found = surveyEstimatesFrom(columns, [request], adjustment ? { adjustment } : {}).estimates.S;
    const variance = (25 / 24) * (12 * (1 / 3) ** 2 + 8 * 0.75 ** 2);
    expect(placed.weights[0]).toBe(1);
    expect(found).toMatchObject({ value: expect.closeTo(50, 5) as number, standardError: expect.closeTo(Math.sqrt(variance), 5) as number }); // prettier-ignore
  });
});
