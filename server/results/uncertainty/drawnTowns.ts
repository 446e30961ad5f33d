import { comparableTownsFrom, type ComparedTown, type DrawnFigure, type RankIntervals } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import { inputsFrom } from '../scores/scoreFrom.js';
import { SCORE_DRAWS } from '../scores/scoring.js';
import type { TownPicture } from '../towns/townPicture.js';

export type RankDraws = Extract<RankIntervals, { state: 'drawn' }>;

/** A town with its score over the indicators that all compared towns have. */
export interface DrawnTown {
  townId: string;
  score: number;
  drawn: DrawnFigure;
  /** From all indicators of the town. */
  ownScore: number;
}

/** Why a town cannot take part: another version of the method, a partial score, too few common indicators, nothing to draw. */
export type LeftOutReason = 'other-version' | 'partial' | 'few-common' | 'no-covariance';

/** All towns of a year, drawn together. */
export interface DrawnTowns {
  /** Null while fewer than two towns can be compared. */
  comparison: { compared: readonly ComparedTown[]; towns: readonly DrawnTown[]; ranks: RankDraws } | null;
  leftOut: readonly { townId: string; reason: LeftOutReason }[];
}

type Run = ResultsComputation['run'];

/**
 * Draws together all towns that can be compared; the others are named with the reason.
 *
 * @param pictures of one year, with scores of one method
 */
export async function drawnTownsFrom(
  { run }: Pick<ResultsComputation, 'run'>,
  method: Method,
  pictures: readonly TownPicture[],
): Promise<DrawnTowns> {
  const leftOut: { townId: string; reason: LeftOutReason }[] = [];
  let complete = pictures.filter(({ townId, score }) => {
    const reason = score.method.version !== method.version ? 'other-version' : score.result.isPartial ? 'partial' : null;
    if (reason !== null) leftOut.push({ townId, reason });
    return reason === null;
  });
  while (complete.length >= 2) {
    const compared = complete.map(({ townId, score }) => ({ town: townId, inputs: inputsFrom(method, score) }));
    const ranks = await run('rankIntervals', method, compared, SCORE_DRAWS);
    if (ranks.state === 'drawn')
      return { leftOut, comparison: { compared, ranks, towns: await drawnScores(run, method, compared, complete) } };
    const unable = new Set(ranks.towns);
    const reason: LeftOutReason = ranks.reason === 'no-score' ? 'few-common' : ranks.reason;
    leftOut.push(...ranks.towns.map((townId) => ({ townId, reason })));
    complete = complete.filter(({ townId }) => !unable.has(townId));
  }
  return { leftOut, comparison: null };
}

/** The scores beside the ranks. What is stored with a score serves where the town has no indicators but the common ones. */
async function drawnScores(
  run: Run,
  method: Method,
  compared: readonly ComparedTown[],
  pictures: readonly TownPicture[],
): Promise<DrawnTown[]> {
  const { common, towns } = comparableTownsFrom(method, compared);
  const drawn = await Promise.all(
    towns.map(async ({ inputs, comparable, own }, at) => {
      const picture = pictures[at];
      if (picture === undefined || comparable.integral.state === 'missing' || own.integral.state === 'missing') return [];
      const isOwn = own.indicators.filter(({ state }) => state === 'scored').length === common.length;
      const stored = isOwn ? picture.score.uncertainty : undefined;
      const intervals = stored ?? (await run('scoreIntervals', method, inputs, SCORE_DRAWS));
      const figure = intervals.state === 'drawn' ? intervals.scores.integral : undefined;
      const { score } = comparable.integral;
      return figure ? [{ townId: picture.townId, score, drawn: figure, ownScore: own.integral.score }] : [];
    }),
  );
  return drawn.flat();
}
