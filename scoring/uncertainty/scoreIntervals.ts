import type { Method } from '../../survey-definitions/contract/index.js';
import { townScoreFrom, type ScoreInputs } from '../scores/townScore.js';
import { drawableTownFrom } from './drawableTown.js';
import { drawnFigureFrom, requireDraws, type DrawnFigure, type DrawOptions } from './drawOptions.js';
import { modelDraw, SCORE_GROUPS } from './modelDraw.js';
import { modelScoresOf } from './modelScores.js';
import { randomVariatesFrom } from './randomVariates.js';
import { scoreModelFrom } from './scoreModel.js';

/** How far the scores of a town could be otherwise, or why that cannot be said. */
export type ScoreIntervals =
  | {
      readonly state: 'drawn';
      readonly draws: number;
      readonly seed: number;
      /** By block, sub-index and `integral`, as far as the town has them; points of 0–100. */
      readonly scores: Readonly<Record<string, DrawnFigure>>;
    }
  | { readonly state: 'missing'; readonly reason: 'no-score' | 'no-covariance' };

/**
 * Monte Carlo intervals of the scores of one town. Every draw varies the survey figures by their sampling error, all
 * weights, one indicator left out, and the goalposts; it is scored by the rules of `townScoreFrom`.
 *
 * @param method of the score
 * @param inputs of the town, with the covariance of its survey figures
 * @param options 2,000 draws are usual
 * @returns median and 2.5–97.5 % of each score; the same inputs and seed give the same result
 * @throws ScoringError `out-of-range` for the draws or the seed, `bad-covariance`, and what `townScoreFrom` throws
 * @source methodology §5.20
 * @example scoreIntervalsFrom(method, inputs, { draws: 2000, seed: 1 }).scores.integral.interval // { lower: 38.…, upper: 52.… }
 */
export function scoreIntervalsFrom(method: Method, inputs: ScoreInputs, options: DrawOptions): ScoreIntervals {
  requireDraws(options);
  const score = townScoreFrom(method, inputs);
  if (score.blocks.every(({ state }) => state === 'missing')) return { state: 'missing', reason: 'no-score' };
  const town = drawableTownFrom(method, score, inputs.covariance);
  if (town === null) return { state: 'missing', reason: 'no-covariance' };
  const model = scoreModelFrom(method, score, [town]);
  const { codes, nodes } = model.tree;
  const variates = randomVariatesFrom(options.seed);
  const scoresUnder = modelScoresOf(model);
  const drawn = nodes.map(() => new Float64Array(options.draws));
  for (let draw = 0; draw < options.draws; draw += 1) {
    const [scores] = scoresUnder(modelDraw(model, variates, SCORE_GROUPS));
    for (const [at, values] of drawn.entries()) values[draw] = scores?.[codes.length + at] ?? 0;
  }
  const figureOf = (at: number) => drawnFigureFrom(drawn[at] ?? new Float64Array(), 7);
  return { state: 'drawn', ...options, scores: Object.fromEntries(nodes.map(({ id }, at) => [id, figureOf(at)])) };
}
