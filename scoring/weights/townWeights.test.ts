import { describe, expect, it } from 'vitest';
import { clippedWeights } from './clippedWeights.js';
import { mergedMargin, mergeProposalsFor } from './mergeProposals.js';
import { sharesFromCounts, type ShareMargin } from './shareMargin.js';
import { townWeightsFrom } from './townWeights.js';

const sex: ShareMargin = {
  name: 'sex',
  codes: Int16Array.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 2),
  shares: new Map([
    [1, 0.4],
    [2, 0.6],
  ]),
};
const age: ShareMargin = {
  name: 'age',
  codes: Int16Array.of(1, 2, 1, 2, 1, 2, 1, 2, 1, -2),
  shares: new Map([
    [1, 0.5],
    [2, 0.5],
  ]),
};

describe("weights of a town's respondents", () => {
  it('meet every margin, whatever the order', () => {
    const { weights, margins } = townWeightsFrom(10, [sex, age]);
    for (const { largestMiss } of margins) expect(largestMiss).toBeLessThan(1e-6);
    const women = weights.slice(6).reduce((sum, weight) => sum + weight, 0);
    expect(women).toBeCloseTo(6, 5);
    const answered = { ...age, codes: age.codes.map((code) => Math.abs(code)) };
    const reversed = townWeightsFrom(10, [answered, sex]).weights;
    townWeightsFrom(10, [sex, answered]).weights.forEach((weight, row) => {
      expect(weight).toBeCloseTo(reversed[row] ?? 0, 4);
    });
  });

  it('are left as they are on a margin whose answer is a special code', () => {
    const oneMargin = townWeightsFrom(10, [{ ...age, shares: new Map(age.shares).set(1, 0.6).set(2, 0.4) }]);
    expect(oneMargin.weights[9]).toBe(1);
    expect(oneMargin.margins[0]?.categories.map(({ respondents }) => respondents)).toEqual([5, 4]);
  });

  it('are 1 without margins', () => {
    const { weights, summary, adjustment } = townWeightsFrom(3, []);
    expect(weights).toEqual(Float64Array.of(1, 1, 1));
    expect(summary.effectiveN).toBe(3);
    expect(adjustment).toBeUndefined();
  });

  it('are clipped, and the account says how far that moved the margins', () => {
    const codes = Int16Array.from({ length: 100 }, (_, row) => (row < 5 ? 1 : 2));
    const rare = { name: 'education', codes, shares: sex.shares };
    const { weights, rounds, clipped, margins, adjustment, summary } = townWeightsFrom(100, [rare]);
    expect(Math.max(...weights)).toBeCloseTo(3, 6);
    expect(summary.mean).toBeCloseTo(1, 12);
    expect(rounds).toBeGreaterThan(0);
    expect(clipped).toBe(5);
    expect(margins[0]?.categories[0]).toMatchObject({ code: 1, population: 0.4, unweighted: 0.05 });
    expect(margins[0]?.categories[0]?.adjusted).toBeCloseTo(0.4, 9);
    expect(margins[0]?.largestMiss).toBeCloseTo(0.25, 6);
    expect(adjustment).toBeUndefined();
  });

  it('are refused by name', () => {
    const weigh =
      (shares: [number, number][], codes = sex.codes) =>
      () =>
        townWeightsFrom(10, [{ name: 'sex', codes, shares: new Map(shares) }]);
    expect(weigh([[1, 0.4], [2, 0.5]])).toThrow('margins-differ {"margin":"sex","total":0.9}'); // prettier-ignore
    expect(weigh([[1, 0.4], [2, 0.5], [3, 0.1]])).toThrow('empty-category {"margin":"sex","code":3}'); // prettier-ignore
    expect(weigh([[1, 1]])).toThrow('unknown-category {"margin":"sex","code":2}');
    expect(weigh([[1, 0.4], [2, 0.6]], Int16Array.of(1, 2))).toThrow('unequal-lengths'); // prettier-ignore
    expect(weigh([[1, -0.4], [2, 1.4]])).toThrow('out-of-range'); // prettier-ignore
    expect(weigh([[1, Number.NaN], [2, 0.6]])).toThrow('not-finite'); // prettier-ignore
    expect(() => townWeightsFrom(0, [])).toThrow('empty');
  });

  it('know a category without people: none where nobody answers, a contradiction where somebody does', () => {
    const shares = new Map(sex.shares).set(3, 0);
    const { weights, margins } = townWeightsFrom(10, [{ ...sex, shares }]);
    expect(weights).toEqual(townWeightsFrom(10, [sex]).weights);
    expect(margins[0]?.categories.map(({ code }) => code)).toEqual([1, 2]);
    const contradicted = { ...sex, codes: Int16Array.of(1, 1, 1, 1, 1, 3, 2, 2, 2, 2), shares };
    expect(() => townWeightsFrom(10, [contradicted])).toThrow('unknown-category {"margin":"sex","code":3}');
    expect(mergeProposalsFor({ ...sex, shares }).map(({ code }) => code)).toEqual([2]);
    expect(mergeProposalsFor(contradicted)).toContainEqual({ margin: 'sex', code: 3, respondents: 1, into: 2 });
    expect(townWeightsFrom(10, [mergedMargin(contradicted, 3, 2)]).summary.mean).toBeCloseTo(1, 12);
  });

  it('are refused where margins contradict each other', () => {
    const same = { name: 'again', codes: sex.codes, shares: new Map(sex.shares).set(1, 0.5).set(2, 0.5) };
    expect(() => townWeightsFrom(10, [sex, same])).toThrow('not-converged');
  });
});

describe('clipped weights', () => {
  it('lie inside 0.3–3 of their mean', () => {
    const { weights, rounds } = clippedWeights(Float64Array.from({ length: 50 }, (_, at) => (at === 0 ? 100 : at % 7)));
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / 50;
    expect(Math.max(...weights)).toBeLessThanOrEqual(3 * mean * (1 + 1e-8));
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.3 * mean * (1 - 1e-8));
    expect(rounds).toBeGreaterThan(1);
  });

  it('stay as they are inside the bounds', () => {
    const weights = Float64Array.of(1, 1, 2);
    expect(clippedWeights(weights)).toEqual({ weights, rounds: 0, clipped: 0 });
  });
});

describe('counts of a population', () => {
  const counts = (name: string, figures: [number, number][]) => ({ name, counts: new Map(figures) });

  it('become shares', () => {
    const shares = sharesFromCounts([counts('sex', [[1, 30], [2, 70]]), counts('age', [[1, 100.4]])]); // prettier-ignore
    expect(shares.get('sex')?.get(1)).toBe(0.3);
    expect(shares.get('age')?.get(1)).toBe(1);
  });

  it('must be of one population', () => {
    expect(() => sharesFromCounts([counts('sex', [[1, 100]]), counts('age', [[1, 101]])])).toThrow(
      'margins-differ {"totals":{"sex":100,"age":101}}',
    );
    expect(() => sharesFromCounts([counts('sex', [[1, 0]])])).toThrow('empty {"margin":"sex"}');
  });
});

describe('a category with few respondents', () => {
  const groups: ShareMargin = {
    name: 'age',
    codes: Int16Array.of(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3),
    shares: new Map([
      [1, 0.3],
      [2, 0.4],
      [3, 0.2],
      [4, 0.1],
    ]),
  };

  it('is proposed for a merge with its smaller neighbour', () => {
    expect(mergeProposalsFor(groups)).toEqual([
      { margin: 'age', code: 3, respondents: 2, into: 4 },
      { margin: 'age', code: 4, respondents: 0, into: 3 },
    ]);
  });

  it('goes into the other with its share', () => {
    const merged = mergedMargin(mergedMargin(groups, 4, 3), 3, 2);
    expect([...merged.shares.keys()]).toEqual([1, 2]);
    expect(merged.shares.get(2)).toBeCloseTo(0.7, 12);
    expect(mergeProposalsFor(merged)).toEqual([]);
    expect(() => mergedMargin(groups, 9, 1)).toThrow('unknown-category');
  });
});
