import type { Method } from '../../survey-definitions/contract/index.js';
import { verdictOf, type ChangeVerdict } from '../scores/changeVerdict.js';
import { comparableTownsFrom } from '../scores/comparableTowns.js';
import { pointsOf, scoreNodeOf } from '../scores/scoreNode.js';
import type { ScoreInputs, TownScore } from '../scores/townScore.js';
import { holmAdjusted } from '../statistics/holmAdjusted.js';
import type { Interval } from '../statistics/interval.js';
import { drawableTownFrom } from './drawableTown.js';
import { drawnFigureFrom, requireDraws, type DrawOptions } from './drawOptions.js';
import { modelDraw, SCORE_GROUPS } from './modelDraw.js';
import { modelScoresOf } from './modelScores.js';
import { randomVariatesFrom } from './randomVariates.js';
import { scoreModelFrom, type ScoreModel } from './scoreModel.js';

/** How a block, a sub-index or the integral score changed, in points. */
export interface ScoreChange {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** 2.5–97.5 % of the differences of the draws. */
  readonly interval: Interval;
  /** Two-sided share of the draws on the other side of no change. */
  readonly pValue: number;
  /** By Holm over the scores of the town. */
  readonly adjustedPValue: number;
  readonly verdict: ChangeVerdict;
  /** A survey figure enters; without one the draws only say how far the change hangs on the method. */
  readonly hasSamplingError: boolean;
}

/** Changes of the scores of a town, or why they cannot be told. */
export type ScoreChanges =
  | {
      readonly state: 'drawn';
      readonly draws: number;
      readonly seed: number;
      /** Indicators scored in both years: the changes rest on these. */
      readonly common: readonly string[];
      readonly changes: readonly ScoreChange[];
    }
  | { readonly state: 'missing'; readonly reason: 'no-score' | 'no-covariance' };

/**
 * Changes of blocks, sub-indices and integral score of one town between two years, over the indicators that both have.
 * Each draw varies the survey figures of each year by their own sampling error, and the method – weights, one indicator
 * left out, goalposts – alike in both. p = 2·min(#(d ≤ 0) + 1, #(d ≥ 0) + 1)/(draws + 1), at most 1, adjusted by Holm:
 * the scores are a family of their own beside that of the indicators. Only surveys with the same items, wording and mode
 * belong here.
 *
 * @param method of both scores
 * @param before inputs of the earlier year, with the covariance of the survey figures (f = 0)
 * @param after inputs of the later year
 * @param options 2,000 draws are usual
 * @returns as far as scores exist in both years; the same inputs and seed give the same result
 * @throws ScoringError `out-of-range` for the draws or the seed, `bad-covariance`, and what `townScoreFrom` throws
 * @source methodology §5.22; A. C. Davison, D. V. Hinkley, Bootstrap Methods and their Application (1997), §4.2
 * @example changesOfScores(method, before, after, { draws: 2000, seed: 1 }).changes[6] // { id: 'integral', difference: 3.2, … }
 */
export function changesOfScores(method: Method, before: ScoreInputs, after: ScoreInputs, options: DrawOptions): ScoreChanges {
  requireDraws(options);
  const years = [
    { town: 'before', inputs: before },
    { town: 'after', inputs: after },
  ];
  const { common, towns } = comparableTownsFrom(method, years);
  const [first, second] = towns.map(({ comparable }) => comparable);
  const drawable = towns.map(({ comparable }, at) => drawableTownFrom(method, comparable, years[at]?.inputs.covariance));
  if (first === undefined || second === undefined || first.blocks.every(({ state }) => state === 'missing'))
    return { state: 'missing', reason: 'no-score' };
  if (drawable.includes(null)) return { state: 'missing', reason: 'no-covariance' };
  const model = scoreModelFrom(
    method,
    first,
    drawable.flatMap((town) => town ?? []),
  );
  const differences = drawnDifferences(model, options);
  const changes = model.tree.nodes.map(({ id }, at) => changeOf(id, first, second, differences[at] ?? new Float64Array()));
  const adjusted = holmAdjusted(changes.map(({ pValue }) => pValue));
  return {
    state: 'drawn',
    ...options,
    common,
    changes: changes.map((change, at) => {
      const adjustedPValue = adjusted[at] ?? 1;
      return { ...change, adjustedPValue, verdict: verdictOf(change.difference, adjustedPValue) };
    }),
  };
}

/** By node, a difference per draw. */
function drawnDifferences(model: ScoreModel, { draws, seed }: DrawOptions): Float64Array[] {
  const variates = randomVariatesFrom(seed);
  const scoresUnder = modelScoresOf(model);
  const differences = model.tree.nodes.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const [before, after] = scoresUnder(modelDraw(model, variates, SCORE_GROUPS));
    for (const [at, values] of differences.entries()) {
      const place = model.tree.codes.length + at;
      values[draw] = (after?.[place] ?? 0) - (before?.[place] ?? 0);
    }
  }
  return differences;
}

function changeOf(id: string, first: TownScore, second: TownScore, drawn: Float64Array) {
  const [before, after] = [pointsOf(first, id), pointsOf(second, id)];
  const beyond = (isBeyond: (difference: number) => boolean) => drawn.filter(isBeyond).length + 1;
  const rarer = Math.min(
    beyond((difference) => difference <= 0),
    beyond((difference) => difference >= 0),
  );
  return {
    id,
    before,
    after,
    difference: after - before,
    interval: drawnFigureFrom(drawn, 7).interval,
    pValue: Math.min(1, (2 * rarer) / (drawn.length + 1)),
    hasSamplingError: scoreNodeOf(first, id)?.samplingError.state === 'estimated',
  };
}
