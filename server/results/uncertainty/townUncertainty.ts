import {
  doubtedInputs,
  officialCovarianceFrom,
  USUAL_OFFICIAL_ERRORS,
  type DrawnFigure,
  type ScoreInputs,
  type ScoreIntervals,
  type ScoreSensitivity,
} from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { inputsFrom } from '../scores/scoreFrom.js';
import { SCORE_DRAWS } from '../scores/scoring.js';

/** Runs of every sensitivity analysis (methodology §5.21); the seed is that of all draws. */
export const SENSITIVITY_RUNS = { base: 1024, seed: SCORE_DRAWS.seed, bootstrap: 500 } as const;

/** How far the scores of a town could be otherwise, and what drives that. */
export interface TownUncertainty {
  /** As stored with the score; drawn now for scores from before there were draws. */
  intervals: ScoreIntervals;
  /** Integral score with doubtful official figures drawn too; null where none of them is doubtful. */
  doubted: DrawnFigure | null;
  sensitivity: ScoreSensitivity;
}

/** Computes beside the pages what a score leaves open. Everything needed is stored with the score. */
export async function townUncertaintyFrom(
  { run }: Pick<ResultsComputation, 'run'>,
  method: Method,
  score: ScoreContent,
): Promise<TownUncertainty> {
  const inputs = inputsFrom(method, score);
  const doubtful = doubtfulInputs(method, score, inputs);
  const doubted = doubtful && (await run('scoreIntervals', method, doubtful, SCORE_DRAWS));
  return {
    intervals: score.uncertainty ?? (await run('scoreIntervals', method, inputs, SCORE_DRAWS)),
    doubted: doubted?.state === 'drawn' ? (doubted.scores.integral ?? null) : null,
    sensitivity: await run('scoreSensitivity', method, inputs, SENSITIVITY_RUNS),
  };
}

/** Inputs whose official figures vary by their quality; null where all are beyond doubt. */
function doubtfulInputs(method: Method, { year, observations, surveys }: ScoreContent, inputs: ScoreInputs): ScoreInputs | null {
  const window = { referenceYear: year, maxAgeYears: method.maxAgeYears };
  const surveyIncome = surveys.find(({ population }) => population === 'researchers')?.estimates.B4;
  const official = officialCovarianceFrom(method, observations, { window, surveyIncome }, USUAL_OFFICIAL_ERRORS);
  return official.keys.length === 0 ? null : doubtedInputs(inputs, official);
}
