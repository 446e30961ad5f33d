import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDifferencesFrom } from './groupDifferences.js';

const none = Number.NaN;

describe('two groups of respondents, question by question', () => {
  it('differ by the second minus the first, with Welch’s test of their means', () => {
    const [found] = groupDifferencesFrom(
      [{ id: 'a', first: Float64Array.of(10, 20, 30, none), second: Float64Array.of(40, 60, 50, 70) }],
      3,
    );
    expect(found).toMatchObject({ state: 'compared', nFirst: 3, nSecond: 4, meanOfFirst: 20, meanOfSecond: 55, difference: 35 });
    // sd²/n: 100/3 and 166.67/4, so t = 35/√75 with 4.96 degrees of freedom (R: t.test(c(40,60,50,70), c(10,20,30)))
    if (found?.state !== 'compared') return;
    expect(found.t).toBeCloseTo(4.0415, 4);
    expect(found.degreesOfFreedom).toBeCloseTo(4.9592, 3);
    expect(found.adjustedPValue).toBe(found.pValue);
    expect(found.differs).toBe(true);
  });

  it('are adjusted over all questions that are compared, and by no others', () => {
    const apart = { first: Float64Array.of(10, 20, 30), second: Float64Array.of(40, 60, 50) };
    const question = (id: string) => ({ id, ...apart });
    const few = { id: 'few', first: Float64Array.of(1, none, none), second: apart.second };
    const same = { id: 'same', first: Float64Array.of(5, 5, 5), second: Float64Array.of(9, 9, 9) };
    const found = groupDifferencesFrom([question('a'), few, same, question('b')], 3);
    const [a] = found;
    if (a?.state !== 'compared') throw new Error('the first is compared');
    expect(a.adjustedPValue).toBeCloseTo(2 * a.pValue, 12);
    expect(found.map(({ state }) => state)).toEqual(['compared', 'too-few-answers', 'no-variance', 'compared']);
    expect(found[1]).toEqual({ id: 'few', nFirst: 1, nSecond: 3, state: 'too-few-answers' });
  });

  it('change only sign when they change places', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        const [first, second] = [Float64Array.from(one), Float64Array.from(other)];
        const [there] = groupDifferencesFrom([{ id: 'a', first, second }], 2);
        const [back] = groupDifferencesFrom([{ id: 'a', first: second, second: first }], 2);
        if (there?.state !== 'compared' || back?.state !== 'compared') return there?.state === back?.state;
        return Math.abs(there.difference + back.difference) < 1e-9 && Math.abs(there.pValue - back.pValue) < 1e-9;
      }),
    );
  });

  it('need at least two answers each', () => {
    expect(() => groupDifferencesFrom([], 1)).toThrow('out-of-range {"least":1}');
  });
});
