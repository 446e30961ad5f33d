import { describe, expect, it } from 'vitest';
import { completeMethod } from '../../../../test/support/comparedTown.js';
import type { TownPicture } from '../../towns/townPicture.js';
import { importanceFrom } from './importance.js';

const method = completeMethod();
const pictureOf = (indicators: Record<string, number> | null, version = method.version): TownPicture =>
  ({ score: { method: { id: method.id, version }, ...(indicators && { contributions: { indicators, floors: {} } }) } }) as never;
/** C1 brings three times as much of every difference as C2, and C3 none. */
const towns = (count: number): TownPicture[] =>
  Array.from({ length: count }, (_, at) => pictureOf({ C1: 3 * at, C2: at, C3: 1 }));

describe('the importance of indicators', () => {
  it('is their share of the differences between the scores of towns', () => {
    expect(importanceFrom(method, 2025, towns(10))).toMatchObject({ state: 'computed', towns: 10, year: 2025 });
    const found = importanceFrom(method, 2025, towns(12));
    expect(found.state === 'computed' && Math.round(100 * (found.shares.C1 ?? 0))).toBe(75);
  });

  it('is said of ten complete towns of one version, not of fewer', () => {
    const missing = { state: 'missing', towns: 9, needed: 10 };
    expect(importanceFrom(method, 2025, towns(9))).toEqual(missing);
    expect(importanceFrom(method, 2025, [...towns(9), pictureOf(null), pictureOf({ C1: 1, C2: 2, C3: 3 }, 7)])).toEqual(missing);
  });
});
