import { ScoringError } from '../scoringError.js';

/**
 * Where a value lies on the way between two points: (x − from)/(to − from). The way may lead downwards, as it does for
 * costs. Every linear normalisation is this position with points of its own.
 *
 * @param value finite
 * @param from scored 0, in the unit of the value
 * @param to scored 1, different from `from`
 * @returns 0 at `from`, 1 at `to`, beyond them outside 0–1
 * @throws ScoringError `bad-normalisation` where the points leave no room
 * @source OECD/JRC, Handbook on Constructing Composite Indicators (2008), §1.5
 * @example positionBetween(30, 100, 0) // 0.7
 */
export function positionBetween(value: number, from: number, to: number): number {
  if (from === to || !Number.isFinite(to - from)) throw new ScoringError('bad-normalisation', { from, to });
  return (value - from) / (to - from);
}
