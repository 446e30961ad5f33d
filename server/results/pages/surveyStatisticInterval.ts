import type { Interval } from '../../../scoring/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';

type Scored = Extract<ScoreContent['result']['indicators'][number], { state: 'scored' }>;

/**
 * B4 may rest on a survey: its interval in points follows from the published interval of the income. Null where a
 * statistical indicator is official, or nothing can move its score.
 */
export function surveyStatisticInterval(result: Scored, score: Pick<ScoreContent, 'surveys' | 'statistics'>): Interval | null {
  const statistic = score.statistics.find(({ code }) => code === result.code);
  const cell = score.surveys.find(({ population }) => population === 'researchers')?.estimates[result.code];
  const value = statistic?.value;
  if (statistic?.origin !== 'survey' || cell?.state !== 'published' || value?.state !== 'defined' || value.value === 0)
    return null;
  const factor = (result.slope * result.value) / value.value;
  const at = (income: number): number => Math.min(100, Math.max(0, result.score + factor * (income - value.value)));
  if (factor === 0) return null;
  return { lower: at(cell.figure.interval.lower), upper: at(cell.figure.interval.upper) };
}
