import { describe, expect, it } from 'vitest';
import { clippedInterval } from './interval.js';
import { studentInterval } from './studentInterval.js';
import { wilsonInterval } from './wilsonInterval.js';

describe("Student's interval", () => {
  it('widens as degrees of freedom fall', () => {
    expect(studentInterval(50, 2, 10).lower).toBeCloseTo(45.543722, 5);
    expect(studentInterval(50, 2, 10).upper).toBeCloseTo(54.456278, 5);
    expect(studentInterval(50, 2, 1e9).upper).toBeCloseTo(53.919928, 5);
  });

  it('is the estimate itself where nothing varies', () => {
    expect(studentInterval(50, 0, 25)).toEqual({ lower: 50, upper: 50 });
  });

  it('names an input that is no number', () => {
    expect(() => studentInterval(50, Number.NaN, 10)).toThrow('not-finite {"input":"standardError"}');
    expect(() => studentInterval(50, 1, 0)).toThrow('out-of-range');
  });
});

describe("Wilson's interval", () => {
  it('stays inside 0 … 1', () => {
    expect(wilsonInterval(0, 10)).toEqual({ lower: 0, upper: expect.closeTo(0.277541, 5) as number });
    expect(wilsonInterval(1, 10)).toEqual({ lower: expect.closeTo(0.722459, 5) as number, upper: 1 });
  });

  it('is the share itself for a full count', () => {
    expect(wilsonInterval(0.4, Number.POSITIVE_INFINITY)).toEqual({ lower: 0.4, upper: 0.4 });
  });

  it('refuses what is no share or no size', () => {
    expect(() => wilsonInterval(1.2, 10)).toThrow('out-of-range');
    expect(() => wilsonInterval(Number.NaN, 10)).toThrow('out-of-range');
    expect(() => wilsonInterval(0.5, 0)).toThrow('out-of-range');
  });
});

describe('an interval on a scale', () => {
  it('is cut at its ends', () => {
    expect(clippedInterval({ lower: 94, upper: 103 }, 0, 100)).toEqual({ lower: 94, upper: 100 });
  });
});
