import type { Method } from '../../survey-definitions/contract/index.js';
import { townScoreFrom, type ScoreInputs } from '../scores/townScore.js';
import { drawableTownFrom } from './drawableTown.js';
import { SCORE_GROUPS } from './modelDraw.js';
import { scoreModelFrom } from './scoreModel.js';
import { sensitivityOf, type AnalysedSensitivity, type NoVariance, type SensitivityOptions } from './sensitivity.js';

/** What drives the uncertainty of a score, or why that cannot be said. */
export type ScoreSensitivity =
  AnalysedSensitivity | NoVariance | { readonly state: 'missing'; readonly reason: 'no-score' | 'no-covariance' };

/**
 * Sobol indices of the integral score of a town over everything that `scoreIntervalsFrom` varies: goalposts, weights in
 * blocks, weights between blocks, the indicator left out, sampling.
 *
 * @param method of the score
 * @param inputs of the town, with the covariance of its survey figures
 * @param options base 1,024 and bootstrap 500 are usual
 * @returns shares of the variance in squared points; the same inputs and seed give the same result
 * @throws ScoringError `out-of-range` for base, seed or bootstrap, `bad-covariance`, and what `townScoreFrom` throws
 * @source methodology §5.21
 * @example scoreSensitivityFrom(method, inputs, { base: 1024, seed: 1, bootstrap: 500 }).groups[4] // { group: 'sampling', … }
 */
export function scoreSensitivityFrom(method: Method, inputs: ScoreInputs, options: SensitivityOptions): ScoreSensitivity {
  const score = townScoreFrom(method, inputs);
  if (score.isPartial) return { state: 'missing', reason: 'no-score' };
  const town = drawableTownFrom(method, score, inputs.covariance);
  if (town === null) return { state: 'missing', reason: 'no-covariance' };
  const integralOf = ([row]: readonly Float64Array[]) => row?.at(-1) ?? 0;
  return sensitivityOf(scoreModelFrom(method, score, [town]), SCORE_GROUPS, integralOf, options);
}
