import type { Method } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { comparableTownsFrom, type ComparedTown } from '../scores/comparableTowns.js';
import { drawableTownFrom } from './drawableTown.js';
import { scoreModelFrom, type ScoreModel } from './scoreModel.js';

/** Towns that cannot be compared by draws, and why. */
export interface NoComparison {
  readonly state: 'missing';
  readonly reason: 'no-score' | 'no-covariance';
  readonly towns: readonly string[];
}

/** Scores of towns, ready to be drawn together. */
export interface ComparedModel {
  readonly state: 'ready';
  readonly model: ScoreModel;
  /** Indicators scored in all towns. */
  readonly common: readonly string[];
}

/**
 * Prepares a comparison of towns by the integral score over the indicators that all of them have.
 *
 * @param method of the comparison
 * @param towns at least two, each with the covariance of its survey figures
 * @throws ScoringError `too-few-rows` for fewer than two towns, `bad-covariance`, and what `townScoreFrom` throws
 * @source methodology §§4.17, 5.20
 * @example comparedModelFrom(method, towns).common.length // 25
 */
export function comparedModelFrom(method: Method, towns: readonly ComparedTown[]): ComparedModel | NoComparison {
  const comparison = comparableTownsFrom(method, towns);
  const [first] = comparison.towns;
  if (first === undefined || towns.length < 2) throw new ScoringError('too-few-rows', { rows: towns.length, needed: 2 });
  const unscored = comparison.towns.filter(({ comparable }) => comparable.isPartial).map(({ town }) => town);
  if (unscored.length > 0) return { state: 'missing', reason: 'no-score', towns: unscored };
  const drawable = comparison.towns.map(({ comparable }, at) =>
    drawableTownFrom(method, comparable, towns[at]?.inputs.covariance),
  );
  const unknown = towns.filter((_, at) => drawable[at] === null).map(({ town }) => town);
  if (unknown.length > 0) return { state: 'missing', reason: 'no-covariance', towns: unknown };
  const model = scoreModelFrom(
    method,
    first.comparable,
    drawable.flatMap((town) => town ?? []),
  );
  return { state: 'ready', model, common: comparison.common };
}
