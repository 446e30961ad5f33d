import type { Method, MethodIndicator } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';
import { townScoreFrom, type ScoreInputs, type TownScore } from './townScore.js';

/** What an indicator is set to: a value in the unit that the method scores, or directly a score of 0–100. */
export type Change = { readonly value: number } | { readonly score: number };

/**
 * The score of a town if some of its indicators were different. A missing indicator may be set too. The result is a
 * thought, not an estimate: it has no sampling error. A changed score stands in place of the value too.
 *
 * @param method of the score
 * @param inputs of the town as it is
 * @param changes by indicator code
 * @returns the score with the changes
 * @throws ScoringError `unknown-code`, `not-finite`, `out-of-range` for scores and survey values outside 0–100
 * @source methodology §5.23
 * @example whatIfFrom(method, inputs, { B2: { score: 50 } }).integral // score 41.…
 */
export function whatIfFrom(method: Method, inputs: ScoreInputs, changes: Readonly<Record<string, Change>>): TownScore {
  for (const [code, change] of Object.entries(changes)) requireChange(method, code, change);
  const indicators = Object.fromEntries(
    Object.entries(changes).map(([code, change]) => [
      code,
      { state: 'present' as const, value: 'score' in change ? change.score : change.value },
    ]),
  );
  const scored = method.indicators.map((indicator) => {
    const change = changes[indicator.code];
    return change !== undefined && 'score' in change ? scoredAsItStands(indicator) : indicator;
  });
  return townScoreFrom({ ...method, indicators: scored }, { indicators: { ...inputs.indicators, ...indicators } });
}

function requireChange(method: Method, code: string, change: Change): void {
  if (method.indicators.every((indicator) => indicator.code !== code)) throw new ScoringError('unknown-code', { code });
  if (!('score' in change)) return;
  const { score } = change;
  if (!Number.isFinite(score)) throw new ScoringError('not-finite', { input: code });
  if (score < 0 || score > 100) throw new ScoringError('out-of-range', { input: code, score });
}

/** The indicator with points of the score for its unit. */
function scoredAsItStands(indicator: MethodIndicator): MethodIndicator {
  if (indicator.source === 'statistics') return { ...indicator, normalisation: { type: 'goalposts', lo: 0, hi: 100 } };
  const { source, code, id, population, analysisPopulation, block } = indicator;
  return { source, code, id, population, analysisPopulation, ...(block && { block }) };
}
