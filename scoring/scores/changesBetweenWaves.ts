import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { holmAdjusted } from '../statistics/holmAdjusted.js';
import { welchTest, type SampleEstimate, type WelchTest } from '../statistics/welchTest.js';
import { CHANGE_LEVEL, verdictOf, type ChangeVerdict } from './changeVerdict.js';

/** The same indicator of the same town and population in two waves. */
export interface IndicatorOfTwoWaves {
  readonly code: string;
  readonly before: SampleEstimate;
  readonly after: SampleEstimate;
}

export interface IndicatorChange extends WelchTest {
  readonly code: string;
  /** By Holm over the family. */
  readonly adjustedPValue: number;
  readonly verdict: ChangeVerdict;
  /** A change of this size is told whatever the other tests of the family show: Bonferroni's t(1 − 0.05/2m; ν)·SE. */
  readonly smallestDetectableInFamily: number;
}

/**
 * Changes of the subjective indicators of a town and population from one wave to a later one, with one verdict for each.
 * They are one family: the chance to call any of them changed where none is stays below 5 %. Waves count as independent,
 * which is conservative where the same people answer again. Only indicators with the same items, wording and mode in
 * both waves belong here.
 *
 * @param indicators all of the family, 0–100 with standard errors without finite population factor
 * @returns a change per indicator in their order, in points; without a detectable change the interval and the smallest
 * detectable change say what the waves can tell
 * @throws what `welchTest` throws
 * @source methodology §5.22
 * @example changesBetweenWaves([{ code: 'C1', before, after: before }])[0].verdict // 'no-detectable-change'
 */
export function changesBetweenWaves(indicators: readonly IndicatorOfTwoWaves[]): IndicatorChange[] {
  const tests = indicators.map(({ code, before, after }) => ({ code, ...welchTest(before, after) }));
  const adjusted = holmAdjusted(tests.map(({ pValue }) => pValue));
  return tests.map((test, at) => {
    const adjustedPValue = adjusted[at] ?? 1;
    return {
      ...test,
      adjustedPValue,
      verdict: verdictOf(test.difference, adjustedPValue),
      smallestDetectableInFamily:
        studentQuantile(1 - CHANGE_LEVEL / (2 * tests.length), test.degreesOfFreedom) * test.standardError,
    };
  });
}
