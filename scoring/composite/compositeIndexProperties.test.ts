import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeIndexFrom, type IndexIndicator, type IndexStructure } from './compositeIndex.js';
import type { ColumnNormalisation } from './normalisedColumn.js';
import type { Mean } from './weightedMean.js';

const UNITS = 6;
const number = fc.double({ min: -50, max: 50, noNaN: true }).map((value) => Math.round(value * 1e3) / 1e3);
const column = fc.array(number, { minLength: UNITS, maxLength: UNITS }).filter((values) => new Set(values).size > 2);
const weight = fc.double({ min: 0.1, max: 5, noNaN: true });
const mean = fc.constantFrom<Mean>('arithmetic', 'geometric', 'harmonic', { positions: [1, 3] });
const normalisation = fc.constantFrom<ColumnNormalisation>(
  { method: 'minmax', lower: 1, upper: 100 },
  { method: 'zscore', mean: 50, sd: 5 },
  { method: 'rank', ties: 'average' },
);
const member = fc.record({ values: column, weight });

/** Two groups of two indicators under one index. */
const structure = fc
  .record({ members: fc.array(member, { minLength: 4, maxLength: 4 }), mean, normalisation })
  .map(({ members, mean: top, normalisation: by }): IndexStructure => {
    const indicators = members.map(({ values, weight: given }, at): IndexIndicator => ({
      ...{ id: `I${String(at)}`, parent: at < 2 ? 'left' : 'right', weight: given },
      ...{ direction: 1, values, normalisation: by },
    }));
    const group = (id: string, parent: string | null) => ({ id, parent, weight: 1, mean: top });
    return { indicators, groups: [group('index', null), group('left', 'index'), group('right', 'index')] };
  });

const indexOf = (given: IndexStructure) => (compositeIndexFrom(given).scores.index ?? []).map((score) => score ?? Number.NaN);
const withIndicators = (given: IndexStructure, change: (indicator: IndexIndicator, at: number) => IndexIndicator) => ({
  ...given,
  indicators: given.indicators.map(change),
});
const isSame = (first: readonly number[], second: readonly number[]) =>
  first.every((value, at) => Math.abs(value - (second[at] ?? Number.NaN)) < 1e-8);
const holds = (isTrue: (given: IndexStructure) => boolean) => {
  fc.assert(fc.property(structure, isTrue), { numRuns: 60 });
};

describe('a composite index', () => {
  it('does not see unit and origin of an indicator normalised over the units', () => {
    holds((given) => {
      const moved = withIndicators(given, (indicator) => ({
        ...indicator,
        values: indicator.values.map((value) => (value === null ? null : 8 * value - 30)),
      }));
      return isSame(indexOf(given), indexOf(moved));
    });
  });

  it('does not see the scale of weights, nor the order of indicators and groups', () => {
    holds((given) => {
      const scaled = withIndicators(given, (indicator) => ({ ...indicator, weight: 7 * indicator.weight }));
      const turned = { indicators: [...scaled.indicators].reverse(), groups: [...scaled.groups].reverse() };
      return isSame(indexOf(given), indexOf(turned));
    });
  });

  it('follows the units when these change places', () => {
    holds((given) => {
      const turned = withIndicators(given, (indicator) => ({ ...indicator, values: [...indicator.values].reverse() }));
      return isSame(indexOf(given), indexOf(turned).reverse());
    });
  });

  it('turns with the sign of an indicator and its direction', () => {
    holds((given) => {
      const costs = withIndicators(given, (indicator) => ({
        ...indicator,
        direction: -1,
        values: indicator.values.map((value) => (value === null ? null : -value)),
      }));
      return isSame(indexOf(given), indexOf(costs));
    });
  });

  it.each([
    ['negative-weight', (indicator: IndexIndicator) => ({ ...indicator, weight: -1 })],
    ['negative-weight', (indicator: IndexIndicator) => ({ ...indicator, weight: Number.NaN })],
    ['zero-weights', (indicator: IndexIndicator) => ({ ...indicator, weight: 0 })],
    ['not-finite', (indicator: IndexIndicator) => ({ ...indicator, values: indicator.values.with(0, Number.NaN) })],
    ['not-finite', (indicator: IndexIndicator) => ({ ...indicator, values: indicator.values.with(0, Number.POSITIVE_INFINITY) })],
    ['empty', (indicator: IndexIndicator) => ({ ...indicator, values: indicator.values.map(() => null) })],
  ])('is refused as %s', (code, change) => {
    const [given] = fc.sample(structure, { numRuns: 1, seed: 1 });
    if (given === undefined) throw new Error('no structure');
    expect(() => compositeIndexFrom(withIndicators(given, change))).toThrow(code);
  });
});
