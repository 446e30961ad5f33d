import type { TownScore } from '../../../scoring/index.js';
import type { StartingPoint } from './startingPoint.js';

/** A score with some indicators set otherwise, as an address asks for it. */
export type Scenario =
  | { state: 'none' }
  | { state: 'computed'; changes: Readonly<Record<string, number>>; score: TownScore }
  /** Codes of the fields that hold no score. */
  | { state: 'faulty'; codes: string[] };

/** A number of 0–100 with a point or a comma. */
const SCORE = /^\d{1,3}(?:[.,]\d{1,6})?$/;

/**
 * Reads the fields of a scenario: one by each indicator that is scored, empty = as it is. Others are not there to be set,
 * a suppressed one least of all.
 */
export function scenarioFrom(now: StartingPoint, typed: Readonly<Record<string, string>>): Scenario {
  const present = now.score.indicators.filter(({ state }) => state === 'scored').map(({ code }) => code);
  const filled = present.flatMap((code) => (typed[code] ? [{ code, text: typed[code] }] : []));
  const codes = filled.filter(({ text }) => scoreIn(text) === null).map(({ code }) => code);
  if (codes.length > 0) return { state: 'faulty', codes };
  if (filled.length === 0) return { state: 'none' };
  const changes = Object.fromEntries(filled.map(({ code, text }) => [code, scoreIn(text) ?? 0]));
  const asked = Object.fromEntries(Object.entries(changes).map(([code, points]) => [code, { score: points }]));
  return { state: 'computed', changes, score: now.with(asked) };
}

function scoreIn(text: string): number | null {
  if (!SCORE.test(text)) return null;
  const score = Number(text.replace(',', '.'));
  return score <= 100 ? score : null;
}

/** What was typed into the fields of a scenario: one text each, whatever else an address holds. */
export function typedIn(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim().slice(0, 20)]] : [])),
  );
}
