import { describe, expect, it } from 'vitest';
import { changesBetweenWaves, type IndicatorOfTwoWaves } from './changesBetweenWaves.js';

const changed = (code: string, points: number): IndicatorOfTwoWaves => ({
  code,
  before: { value: 50, standardError: 2, degreesOfFreedom: 200 },
  after: { value: 50 + points, standardError: 2, degreesOfFreedom: 200 },
});
const verdictsOf = (...indicators: IndicatorOfTwoWaves[]) =>
  Object.fromEntries(changesBetweenWaves(indicators).map(({ code, verdict }) => [code, verdict]));

describe('changes between waves', () => {
  it('are higher, lower, or not detectable', () => {
    expect(verdictsOf(changed('C1', 15), changed('C3', -15), changed('D1', 1))).toEqual({
      C1: 'higher',
      C3: 'lower',
      D1: 'no-detectable-change',
    });
  });

  it('must be larger the more indicators are looked at', () => {
    const still = Array.from({ length: 12 }, (_, at) => changed(`D${String(at + 1)}`, 0));
    expect(verdictsOf(changed('C1', 6.5)).C1).toBe('higher');
    expect(verdictsOf(changed('C1', 6.5), ...still).C1).toBe('no-detectable-change');
  });

  it('say what the waves can tell where nothing is detected', () => {
    const [change] = changesBetweenWaves([changed('C1', 3)]);
    expect(change?.smallestDetectable).toBeCloseTo(5.5605, 3);
    expect(change?.interval.lower).toBeCloseTo(3 - 5.5605, 3);
    expect(change?.adjustedPValue).toBe(change?.pValue);
    expect(change?.smallestDetectableInFamily).toBeCloseTo(change?.smallestDetectable ?? 0, 12);
  });

  it('are always told from the smallest one on that is detectable among all that are looked at', () => {
    const others = [changed('C3', 1), changed('D1', -2)];
    const [{ smallestDetectableInFamily: least } = { smallestDetectableInFamily: 0 }] = changesBetweenWaves([
      changed('C1', 0),
      ...others,
    ]);
    expect(least).toBeCloseTo(6.798, 2);
    expect(verdictsOf(changed('C1', least + 0.001), ...others).C1).toBe('higher');
    expect(verdictsOf(changed('C1', least - 0.001), ...others).C1).toBe('no-detectable-change');
  });
});
