import type { MethodIndicator } from '../../survey-definitions/contract/index.js';
import { scoreOfValue } from '../scores/indicatorScore.js';

/**
 * What values of an indicator score by the method, prepared to be asked thousands of times. A rank among kept towns is a
 * broken line through the towns: it is drawn once and read from then on.
 *
 * @param indicator as the method describes it
 * @returns `scoreOfValue` as a function of finite values; 0 where the method has no reference yet
 * @throws ScoringError `bad-normalisation`
 * @source methodology §4.13
 * @example preparedScore(c1)(64) // 64
 */
export function preparedScore(indicator: MethodIndicator): (value: number) => number {
  const scoreOf = (value: number) => scoreOfValue(indicator, value)?.score ?? 0;
  const { normalisation } = indicator;
  if (normalisation?.type !== 'rank') return scoreOf;
  const knots = Float64Array.from(new Set(normalisation.compared.towns.map((town) => town.value))).sort();
  return readOffLine(knots, knots.map(scoreOf));
}

/** Straight lines between the knots, the nearest knot beyond them. */
function readOffLine(knots: Float64Array, scores: Float64Array): (value: number) => number {
  return (value) => {
    let above = 0;
    while (above < knots.length && (knots[above] ?? 0) < value) above += 1;
    if (above === 0) return scores[0] ?? 0;
    if (above === knots.length) return scores[above - 1] ?? 0;
    const [from, to] = [knots[above - 1] ?? 0, knots[above] ?? 0];
    const share = (value - from) / (to - from);
    return (1 - share) * (scores[above - 1] ?? 0) + share * (scores[above] ?? 0);
  };
}
