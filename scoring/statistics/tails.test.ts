import { describe, expect, it } from 'vitest';
import { chiSquareTail } from './chiSquareTail.js';
import { fisherTail } from './fisherTail.js';
import { studentTail } from './studentTail.js';

/** What the tail is, relative to what R prints. */
function ratio(actual: number, expected: number): number {
  return actual / expected;
}

describe('tails of distributions keep their digits where they are small', () => {
  it("for Student's t", () => {
    expect(ratio(studentTail(17.8665643902475, 188), 2.22000669284169e-42)).toBeCloseTo(1, 8);
    expect(studentTail(-2, 7)).toBe(studentTail(2, 7));
    expect(studentTail(0, 7)).toBe(1);
  });

  it("for Fisher's F", () => {
    expect(ratio(fisherTail(309.014175168281, 2, 188), 3.74893568133548e-60)).toBeCloseTo(1, 10);
    expect(fisherTail(0, 2, 188)).toBe(1);
  });

  it('for chi-square', () => {
    expect(ratio(chiSquareTail(9.93752110368645, 3), 0.0191047636619913)).toBeCloseTo(1, 10);
    expect(ratio(chiSquareTail(3.841458820694124, 1), 0.05)).toBeCloseTo(1, 10);
    expect(ratio(chiSquareTail(200, 2), Math.exp(-100))).toBeCloseTo(1, 12);
    expect(ratio(chiSquareTail(18.307038053275146, 10), 0.05)).toBeCloseTo(1, 10);
    expect(chiSquareTail(0, 4)).toBe(1);
  });

  it('agree with each other: a t squared is an F with one degree of freedom', () => {
    expect(ratio(fisherTail(2.5 ** 2, 1, 12), studentTail(2.5, 12))).toBeCloseTo(1, 12);
  });
});
