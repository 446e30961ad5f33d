import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diversificationFrom } from './diversification.js';
import { measureChanges } from './measureChanges.js';
import type { NationalFigure, SectorFigure } from './sectorTable.js';
import { sharedPlaces } from './sharedPlaces.js';

const ACTIVITIES = ['B05', 'B06', 'C10', 'C24', 'G47'];
const bySectors = { level: 'sector', base: 'bits', absent: 'missing' } as const;

/** A region's figures, in the order of the activities. */
function figuresOf(region: string, values: readonly number[], year = 2022): SectorFigure[] {
  return values.map((value, at) => {
    const activity = ACTIVITIES[at] ?? '';
    return { region, year, sector: activity.slice(0, 1), activity, value };
  });
}

const nationalOf = (values: readonly number[], year = 2022): NationalFigure[] => figuresOf('the country', values, year);

const positive = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 5, maxLength: 5 });

describe('diversification of regions', () => {
  it('compares sectors with the country and takes the variance of their coefficients by n − 1', () => {
    const { economies, standIns } = diversificationFrom(
      [...figuresOf('a', [1, 2, 1, 0, 0]), ...figuresOf('b', [0, 1, 1, 1, 1])],
      nationalOf([1, 3, 2, 1, 1]),
      bySectors,
    );
    expect(standIns).toEqual([]);
    expect(economies[0]?.economy?.structure.map(({ sector, quotient }) => [sector, quotient])).toEqual([
      ['B', 1.5],
      ['C', expect.closeTo(2 / 3, 12)],
      ['G', 0],
    ]);
    expect(economies[0]?.economy).toMatchObject({
      variance: expect.closeTo(0.5648148148148149, 12) as number,
      herfindahl: 0.625,
      equivalentNumber: 1.6,
    });
  });

  it('finds no specialisation in a region that is built like the country, on either level', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 9 }), fc.constantFrom('sector', 'activity'), (values, times, level) => {
        const rows = figuresOf('a', values);
        const national = nationalOf(values.map((value) => value * times));
        const economy = diversificationFrom(rows, national, { level, base: 'nats', absent: 'zero' }).economies[0]?.economy;
        for (const { quotient } of economy?.structure ?? []) expect(quotient).toBeCloseTo(1, 12);
        expect(economy?.variance).toBeCloseTo(0, 20);
      }),
    );
  });

  it('does not depend on the unit, and splits all variety into related and unrelated', () => {
    fc.assert(
      fc.property(positive, positive, (first, second) => {
        const rows = [...figuresOf('a', first), ...figuresOf('b', second)];
        const inThousands = rows.map((row) => ({ ...row, value: row.value * 1000 }));
        const economy = diversificationFrom(rows, [], bySectors).economies[0]?.economy;
        const other = diversificationFrom(inThousands, [], bySectors).economies[0]?.economy;
        expect((economy?.related ?? 0) + (economy?.unrelated ?? 0)).toBeCloseTo(economy?.entropy ?? NaN, 11);
        for (const key of ['variance', 'herfindahl', 'equivalentNumber', 'entropy', 'related', 'unrelated'] as const)
          expect(other?.[key]).toBeCloseTo(economy?.[key] ?? NaN, 10);
      }),
    );
  });

  it.each([
    ['a figure that is left out', figuresOf('a', [1, 2, 3, 4]), 'missing-figure', 'G47'],
    ['a figure that is no number', figuresOf('a', [1, 2, 3, 4, NaN]), 'missing-figure', 'G47'],
    ['a figure given twice', [...figuresOf('a', [1, 2, 3, 4, 5]), ...figuresOf('a', [1])], 'repeated-figure', 'B05'],
    ['a figure below 0', figuresOf('a', [1, -2, 3, 4, 5]), 'negative-figure', 'B06'],
    ['an infinite figure', figuresOf('a', [1, Infinity, 3, 4, 5]), 'infinite-figure', 'B06'],
    ['sums beyond all numbers', figuresOf('a', [1e308, 1e308, 3, 4, 5]), 'infinite-figure', null],
    ['a region of nothing', figuresOf('a', [0, 0, 0, 0, 0]), 'empty-region', null],
  ] as const)('names %s and computes the other region', (_, faulty, code, activity) => {
    const { economies } = diversificationFrom([...faulty, ...figuresOf('b', [1, 1, 1, 1, 1])], [], bySectors);
    expect(economies[0]).toMatchObject({ region: 'a', economy: null, faults: [{ code, activity }] });
    expect(economies[1]?.economy).not.toBeNull();
  });

  it.each([
    ['is no number', [1, 1, 1, 1, NaN], 'unknown-national'],
    ['is 0 though the region has something', [1, 1, 1, 1, 0], 'zero-national'],
    ['is below 0', [1, 1, 1, 1, -1], 'negative-national'],
  ] as const)('names a national total that %s', (_, national, code) => {
    const { economies } = diversificationFrom(figuresOf('a', [1, 1, 1, 1, 1]), nationalOf(national), bySectors);
    expect(economies[0]?.faults).toEqual([{ code, activity: 'G47' }]);
  });

  it('takes what a region leaves out as 0 where it is told to, also of activities that only the country has', () => {
    const rows = [...figuresOf('a', [1, 1]), ...figuresOf('b', [1, 1, 1], 2023)];
    const { economies } = diversificationFrom(rows, nationalOf([1, 1, 1, 1]), { ...bySectors, absent: 'zero' });
    expect(economies.map(({ zeros, faults }) => [zeros, faults[0]?.code])).toEqual([
      [2, undefined],
      [0, 'empty-region'],
      [0, 'empty-region'],
      [0, undefined],
    ]);
    expect(economies[0]?.economy?.structure.map(({ quotient }) => quotient)).toEqual([2, 0]);
  });

  it('lets the measurable regions stand in for national totals that are not there, and says so', () => {
    const rows = [...figuresOf('a', [1, 3]), ...figuresOf('b', [3, 1]), ...figuresOf('c', [NaN, 9])];
    const { economies, standIns } = diversificationFrom(rows, nationalOf([4]), { ...bySectors, level: 'activity' });
    expect(standIns).toEqual([{ year: 2022, activity: 'B06' }]);
    expect(economies[0]?.economy?.structure.map(({ quotient }) => quotient)).toEqual([0.5, 1.5]);
    expect(economies[2]?.faults).toEqual([{ code: 'missing-figure', activity: 'B05' }]);
  });

  it('refuses what is no table: nothing, an activity in two sectors, an unknown choice', () => {
    expect(() => diversificationFrom([], [], bySectors)).toThrow('empty');
    const [first] = figuresOf('a', [1]);
    const twice = [first, { ...first, region: 'b', sector: 'C' }] as SectorFigure[];
    expect(() => diversificationFrom(twice, [], bySectors)).toThrow('broken-hierarchy {"input":"B05"}');
    const scattered = Array.from(
      { length: 1001 },
      (_, at) => ({ ...first, region: `r${at}`, activity: `a${at}` }) as SectorFigure,
    );
    expect(() => diversificationFrom(scattered, [], bySectors)).toThrow('out-of-range');
    const unknown = { ...bySectors, level: 'town' } as never;
    expect(() => diversificationFrom(figuresOf('a', [1]), [], unknown)).toThrow('unknown-option {"input":"level"}');
  });
});

describe('a change of a measure', () => {
  it('goes from year to year past those without it, and from first to last', () => {
    const series = [
      { year: 2022, value: 3 },
      { year: 2020, value: null },
      { year: 2019, value: 2 },
      { year: 2021, value: 0 },
      { year: 2018, value: 0 },
    ];
    const { steps, whole } = measureChanges(series);
    expect(steps.map(({ from, to, difference, relative }) => [from, to, difference, relative])).toEqual([
      [2018, 2019, 2, null],
      [2019, 2021, -2, -1],
      [2021, 2022, 3, null],
    ]);
    expect(whole).toEqual({ from: 2018, to: 2022, difference: 3, relative: null });
    expect(measureChanges([{ year: 2022, value: 3 }])).toEqual({ steps: [], whole: null });
  });
});

describe('places in a ranking', () => {
  it('are shared by equal values, also where only rounding parts them', () => {
    expect(sharedPlaces([0.3, 0.1 + 0.2, 0.9, null], 'largest')).toEqual([
      { place: 2, shared: true },
      { place: 2, shared: true },
      { place: 1, shared: false },
      null,
    ]);
    expect(sharedPlaces([3, 1], 'smallest').map((each) => each?.place)).toEqual([2, 1]);
  });
});
