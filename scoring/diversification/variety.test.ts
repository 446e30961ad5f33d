import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { varietyFrom, type ActivityFigure } from './variety.js';

const figure = (activity: string, value: number): ActivityFigure => ({ sector: activity.slice(0, 2), activity, value });

const economies = fc
  .array(fc.tuple(fc.integer({ min: 1000, max: 1299 }), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 30 })
  .map((entries) => [...new Map(entries)].map(([code, value]) => figure(String(code), value)))
  .filter((figures) => figures.some(({ value }) => value > 0));

describe('variety', () => {
  it('is all related inside one sector and all unrelated between sectors', () => {
    expect(varietyFrom([figure('1011', 5), figure('1012', 5)])).toMatchObject({ entropy: 1, related: 1, unrelated: 0 });
    expect(varietyFrom([figure('1011', 5), figure('2012', 5)])).toMatchObject({ entropy: 1, related: 0, unrelated: 1 });
  });

  it('measures concentration, also against the activities that are absent', () => {
    expect(varietyFrom([figure('10', 3), figure('20', 1), figure('30', 0)])).toMatchObject({
      total: 4,
      herfindahl: 0.625,
      sectorHerfindahl: 0.625,
      normalisedHerfindahl: expect.closeTo(0.4375, 12) as number,
      equivalentNumber: 1.6,
      simpson: 0.375,
      present: 2,
    });
  });

  it('has no evenness of a single activity', () => {
    expect(varietyFrom([figure('10', 3), figure('20', 0)])).toMatchObject({ entropy: 0, herfindahl: 1, evenness: null });
    expect(varietyFrom([figure('10', 3)])).toMatchObject({ normalisedHerfindahl: null });
  });

  it('is related plus unrelated, whatever the unit and the order', () => {
    fc.assert(
      fc.property(economies, (figures) => {
        const { entropy, related, unrelated, evenness } = varietyFrom(figures);
        const turned = varietyFrom(
          figures.toReversed().map((one) => ({ ...one, value: 4 * one.value })),
          Math.E,
        );
        expect(related + unrelated).toBeCloseTo(entropy, 11);
        expect(turned.related / Math.LN2).toBeCloseTo(related, 11);
        expect(turned.evenness ?? 0).toBeCloseTo(evenness ?? 0, 11);
      }),
    );
  });

  it('refuses an economy of nothing, negative figures and what is no number', () => {
    expect(() => varietyFrom([])).toThrow('empty');
    expect(() => varietyFrom([figure('10', 0)])).toThrow('not-positive');
    expect(() => varietyFrom([figure('10', 1), figure('20', -1)])).toThrow('out-of-range');
    expect(() => varietyFrom([figure('10', Number.NaN)])).toThrow('not-finite');
  });
});
