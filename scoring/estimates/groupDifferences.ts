import { ScoringError } from '../scoringError.js';
import { holmAdjusted } from '../statistics/holmAdjusted.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { welchTest, type SampleEstimate, type WelchTest } from '../statistics/welchTest.js';

const LEVEL = 0.05;

/** The scores of one question or indicator in two groups of respondents; NaN = missing. */
export interface ScoresOfGroups {
  readonly id: string;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Two groups side by side; means are shown only where both are large enough. */
export type GroupDifference = { readonly id: string; readonly nFirst: number; readonly nSecond: number } & (
  | { readonly state: 'too-few-answers' }
  | { readonly state: 'no-variance'; readonly meanOfFirst: number; readonly meanOfSecond: number }
  | ({
      readonly state: 'compared';
      readonly meanOfFirst: number;
      readonly meanOfSecond: number;
      /** By Holm over all that are compared. */
      readonly adjustedPValue: number;
      readonly differs: boolean;
    } & WelchTest)
);

/**
 * Compares two groups of respondents question by question: second − first with Welch's test of the unweighted means,
 * Holm-adjusted over all questions that are compared.
 *
 * @param questions at most one per id
 * @param least k: valid answers that each group must have, at least 2
 * @throws ScoringError `out-of-range` for `least`, `not-finite`
 * @source methodology §10.3; B. L. Welch (1947); S. Holm (1979)
 * @example groupDifferencesFrom([{ id: 'd6_climate', first: kk, second: ru }], 10)[0].state // 'compared'
 */
export function groupDifferencesFrom(questions: readonly ScoresOfGroups[], least: number): GroupDifference[] {
  if (!(least >= 2)) throw new ScoringError('out-of-range', { least });
  const compared = questions.map((question) => comparisonOf(question, least));
  const tested = compared.filter((comparison) => 'pValue' in comparison);
  const adjusted = new Map(holmAdjusted(tested.map(({ pValue }) => pValue)).map((pValue, at) => [tested[at]?.id ?? '', pValue]));
  return compared.map((comparison) => {
    if (!('pValue' in comparison)) return comparison;
    const adjustedPValue = adjusted.get(comparison.id) ?? 1;
    return { ...comparison, state: 'compared', adjustedPValue, differs: adjustedPValue < LEVEL };
  });
}

type Untested = Exclude<GroupDifference, { state: 'compared' }>;
type Tested = Pick<
  Extract<GroupDifference, { state: 'compared' }>,
  'id' | 'nFirst' | 'nSecond' | 'meanOfFirst' | 'meanOfSecond' | keyof WelchTest
>;

function comparisonOf({ id, first, second }: ScoresOfGroups, least: number): Untested | Tested {
  const groups = [first, second].map((scores) => scores.filter((score) => !Number.isNaN(score)));
  const [nFirst = 0, nSecond = 0] = groups.map(({ length }) => length);
  const counted = { id, nFirst, nSecond };
  if (Math.min(nFirst, nSecond) < least) return { ...counted, state: 'too-few-answers' };
  const [before, after] = groups.map(meanOf);
  if (before === undefined || after === undefined) return { ...counted, state: 'too-few-answers' };
  const means = { meanOfFirst: before.value, meanOfSecond: after.value };
  if (before.standardError === 0 && after.standardError === 0) return { ...counted, ...means, state: 'no-variance' };
  return { ...counted, ...means, ...welchTest(before, after) };
}

function meanOf(scores: Float64Array): SampleEstimate {
  const { count, mean, sampleVariance } = sampleMomentsOf(scores);
  return { value: mean, standardError: Math.sqrt(sampleVariance / count), degreesOfFreedom: count - 1 };
}
