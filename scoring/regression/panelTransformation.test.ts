import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PanelTransformation } from '../../survey-definitions/contract/index.js';
import type { ScoringError } from '../scoringError.js';
import { formulaOf } from './formulaOf.js';
import type { PanelTable } from './panelTable.js';
import { transformedPanel } from './panelTransformation.js';
import { sharesAboveWhole } from './sharesAboveWhole.js';

const { NaN: MISSING } = Number;

/** Balkhash in four years in no order, Temirtau without 2020. */
const PANEL: PanelTable = {
  units: ['Balkhash', 'Temirtau', 'Balkhash', 'Balkhash', 'Temirtau', 'Balkhash'],
  years: [2020, 2019, 2019, 2022, 2021, 2021],
  columns: {
    y: Float64Array.of(12, 5, 10, 30, 8, 24),
    people: Float64Array.of(100, 50, 80, 100, MISSING, 120),
  },
};

function computed(transformation: PanelTransformation, panel = PANEL): number[] {
  return Array.from(transformedPanel(panel, [transformation]).columns[transformation.name] ?? []);
}

function refusalOf(transformation: PanelTransformation, panel = PANEL) {
  try {
    return computed(transformation, panel);
  } catch (error) {
    const { code, details } = error as ScoringError;
    return { code, ...details };
  }
}

const withY = (...y: number[]): PanelTable => ({ ...PANEL, columns: { ...PANEL.columns, y: Float64Array.from(y) } });
const close = (numbers: number[]) =>
  numbers.map((value) => (Number.isNaN(value) ? value : (expect.closeTo(value, 12) as number)));

describe('a transformation of a panel', () => {
  it('over years takes the same unit in exactly the year before, and is missing over a gap', () => {
    expect(computed({ kind: 'growth', name: 'g', of: 'y' })).toEqual(close([0.2, MISSING, MISSING, 0.25, MISSING, 1]));
    expect(computed({ kind: 'difference', name: 'd', of: 'y' })).toEqual([2, MISSING, MISSING, 6, MISSING, 12]);
    expect(computed({ kind: 'lag', name: 'l', of: 'y', years: 2 })).toEqual([MISSING, MISSING, MISSING, 12, 5, 10]);
  });

  it('of two columns is a share, a number per people or an interaction, missing where one of them is', () => {
    const share = { kind: 'share', name: 's', of: 'y', by: 'people', unit: 'per-cent' } as const;
    expect(computed(share)).toEqual(close([12, 10, 12.5, 30, MISSING, 20]));
    const perCapita = { kind: 'per-capita', name: 'p', of: 'y', by: 'people', per: 1000 } as const;
    expect(computed(perCapita)).toEqual(close([120, 100, 125, 300, MISSING, 200]));
    expect(computed({ kind: 'product', name: 'xy', of: 'y', by: 'people' })[3]).toBe(3000);
  });

  it('may use those before it, and keeps every column', () => {
    const lag = { kind: 'lag', name: 'before', of: 'y', years: 1 } as const;
    const panel = transformedPanel(PANEL, [lag, { kind: 'growth', name: 'g', of: 'before' }]);
    expect(Object.keys(panel.columns)).toEqual(['y', 'people', 'before', 'g']);
    expect(panel.columns.g?.[5]).toBeCloseTo(0.2, 12);
    expect(panel.columns.g?.[3]).toBe(1);
  });

  it('is refused with its place where it has no meaning', () => {
    expect(refusalOf({ kind: 'log', name: 'l', of: 'y' }, withY(12, 5, 10, 30, 0, 24))).toEqual({
      code: 'out-of-range',
      column: 'y',
      unit: 'Temirtau',
      year: 2021,
      value: 0,
      must: 'above-zero',
    });
    const balance = withY(0, 5, -10, 30, 1, 24);
    expect(refusalOf({ kind: 'growth', name: 'g', of: 'y' }, balance)).toMatchObject({ unit: 'Balkhash', year: 2020, value: 0 });
    expect(refusalOf({ kind: 'log-growth', name: 'g', of: 'y' }, balance)).toMatchObject({ must: 'above-zero', year: 2020 });
    expect(refusalOf({ kind: 'share', name: 's', of: 'people', by: 'y', unit: 'fraction' }, balance)).toMatchObject({
      column: 'y',
    });
    expect(refusalOf({ kind: 'per-capita', name: 's', of: 'people', by: 'y', per: 1 }, withY(-1, 1, 1, 1, 1, 1))).toMatchObject({
      code: 'out-of-range',
      value: -1,
    });
    expect(refusalOf({ kind: 'product', name: 'p', of: 'y', by: 'people' }, withY(1e307, 1, 1, 1, 1, 1))).toMatchObject({
      code: 'not-finite',
      column: 'p',
      unit: 'Balkhash',
      year: 2020,
    });
  });

  it('is refused for a column that is not there, a name that is taken, and a unit and year in two rows', () => {
    expect(refusalOf({ kind: 'log', name: 'l', of: 'nothing' })).toEqual({ code: 'unknown-column', column: 'nothing' });
    expect(refusalOf({ kind: 'log', name: 'l', of: 'constructor' })).toMatchObject({ code: 'unknown-column' });
    expect(refusalOf({ kind: 'log', name: 'people', of: 'y' })).toEqual({ code: 'duplicate-column', column: 'people' });
    const twice = { ...PANEL, years: [2020, 2019, 2019, 2022, 2021, 2020] };
    expect(refusalOf({ kind: 'log', name: 'l', of: 'y' }, twice)).toMatchObject({
      code: 'bad-panel',
      duplicate: ['Balkhash', '2020'],
    });
  });

  it('warns of shares above their whole without refusing them', () => {
    const share = { kind: 'share', name: 'lab', of: 'people', by: 'y', unit: 'fraction' } as const;
    const warnings = sharesAboveWhole(transformedPanel(withY(100, 100, 100, 100, 100, 100), [share]), [share]);
    expect(warnings).toEqual([{ column: 'lab', unit: 'Balkhash', year: 2021, value: 1.2, whole: 1 }]);
  });

  it('shows its formula', () => {
    expect(formulaOf({ kind: 'log', name: 'log_y', of: 'y' })).toBe('log_y = ln(y)');
    expect(formulaOf({ kind: 'growth', name: 'man_grw', of: 'man' })).toBe('man_grw = man(t)/man(t−1) − 1');
    expect(formulaOf({ kind: 'per-capita', name: 'p', of: 'inno', by: 'pop', per: 10_000 })).toBe('p = inno/pop × 10000');
  });
});

const cells = fc.uniqueArray(
  fc.record({
    unit: fc.constantFrom('a', 'b', 'c'),
    year: fc.integer({ min: 2018, max: 2022 }),
    y: fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0.01, max: 1e6, noNaN: true }) }, fc.constant(MISSING)),
  }),
  { selector: ({ unit, year }) => `${unit} ${String(year)}`, maxLength: 15 },
);
const panelOf = (rows: readonly { unit: string; year: number; y: number }[]): PanelTable => ({
  units: rows.map(({ unit }) => unit),
  years: rows.map(({ year }) => year),
  columns: { y: Float64Array.from(rows, ({ y }) => y) },
});

describe('transformations over years', () => {
  it('agree with one another: log-growth is the difference of logs, growth follows from it, the lag of a growth is the growth of a lag', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const { columns } = transformedPanel(panelOf(rows), [
          { kind: 'log', name: 'log', of: 'y' },
          { kind: 'difference', name: 'difference', of: 'log' },
          { kind: 'log-growth', name: 'log_growth', of: 'y' },
          { kind: 'growth', name: 'growth', of: 'y' },
          { kind: 'lag', name: 'lag_of_growth', of: 'growth', years: 1 },
          { kind: 'lag', name: 'lagged', of: 'y', years: 1 },
          { kind: 'growth', name: 'growth_of_lag', of: 'lagged' },
        ]);
        expect(columns.log_growth).toEqual(columns.difference);
        columns.growth?.forEach((growth, row) => {
          const expected = Math.expm1(columns.log_growth?.[row] ?? 0);
          if (Number.isNaN(growth)) expect(expected).toBeNaN();
          else expect(Math.abs(growth - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
        });
        rows.forEach(({ unit, year }, row) => {
          if (rows.some((other) => other.unit === unit && other.year === year - 1))
            expect(columns.lag_of_growth?.[row]).toBe(columns.growth_of_lag?.[row]);
        });
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const growth = (panel: PanelTable) => computed({ kind: 'growth', name: 'g', of: 'y' }, panel);
        expect(growth(panelOf(rows.toReversed())).toReversed()).toEqual(growth(panelOf(rows)));
      }),
    );
  });
});
