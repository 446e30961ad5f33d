import { scoreOfValue, type Interval } from '../../../scoring/index.js';
import type { MethodIndicator } from '../../../survey-definitions/contract/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';

type Scored = Extract<ScoreContent['result']['indicators'][number], { state: 'scored' }>;

/**
 * B4 may rest on a survey: its interval in points follows from the published interval of the income, also where the score
 * itself is clipped at 0 or 100. Null where a statistical indicator is official, or no income of the interval moves it.
 */
export function surveyStatisticInterval(
  indicator: MethodIndicator,
  result: Scored,
  score: Pick<ScoreContent, 'surveys' | 'statistics'>,
): Interval | null {
  const statistic = score.statistics.find(({ code }) => code === result.code);
  const cell = score.surveys.find(({ population }) => population === 'researchers')?.estimates[result.code];
  const value = statistic?.value;
  if (statistic?.origin !== 'survey' || cell?.state !== 'published' || value?.state !== 'defined' || value.value === 0)
    return null;
  const perTenge = result.value / value.value;
  const { interval } = cell.figure;
  const ends = [interval.lower, interval.upper].map((income) => scoreOfValue(indicator, perTenge * income)?.score);
  const [lower = result.score, upper = result.score] = ends.toSorted((a = 0, b = 0) => a - b);
  return lower === upper ? null : { lower, upper };
}
