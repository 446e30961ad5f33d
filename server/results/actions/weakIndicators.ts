import { roundTo, weakestIndicators, type Interval, type MeasuredIndicator, type WeakIndicator } from '../../../scoring/index.js';
import type { Method, MethodIndicator } from '../../../survey-definitions/contract/index.js';
import { surveyStatisticInterval } from '../pages/surveyStatisticInterval.js';
import { enclosing } from '../publicRounding.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { referenceScoreOf } from './referenceScore.js';

/** As many are shown, and more where several share the last place. */
const MOST_SHOWN = 5;

/** What is needed of a score that may be shown. */
type ShownScore = Pick<ScoreContent, 'surveys' | 'statistics'> & { result: Pick<ScoreContent['result'], 'indicators'> };

export interface WeakPoints {
  /** With what the method says of each, the weakest first. */
  points: { weak: WeakIndicator; indicator: MethodIndicator }[];
  /** How many indicators lie below their reference. */
  below: number;
}

/**
 * The weakest indicators of a town in a score that may be shown. Only what is scored counts: a hidden or missing indicator
 * is neither weak nor strong. Everything is compared as it is printed, so that a reader can check it.
 */
export function weakPointsOf(score: ShownScore, method: Pick<Method, 'indicators'>): WeakPoints {
  const measured = method.indicators.flatMap((indicator) => printedOf(indicator, score));
  const { weakest, below } = weakestIndicators(measured, MOST_SHOWN);
  return {
    below,
    points: weakest.flatMap((weak) => {
      const indicator = method.indicators.find(({ code }) => code === weak.code);
      return indicator ? [{ weak, indicator }] : [];
    }),
  };
}

function printedOf(indicator: MethodIndicator, score: ShownScore): MeasuredIndicator[] {
  const result = score.result.indicators.find(({ code }) => code === indicator.code);
  if (result?.state !== 'scored') return [];
  const interval =
    indicator.source === 'survey' ? surveyInterval(indicator, result, score) : surveyStatisticInterval(indicator, result, score);
  return [
    {
      code: indicator.code,
      score: roundTo(result.score, 1),
      reference: roundTo(referenceScoreOf(indicator), 1),
      interval: interval && enclosing(interval),
    },
  ];
}

type Scored = Extract<ScoreContent['result']['indicators'][number], { state: 'scored' }>;

/** The published interval of the estimate as an interval of its score. */
function surveyInterval(
  { code, population }: Extract<MethodIndicator, { source: 'survey' }>,
  { value, score, slope }: Scored,
  { surveys }: ShownScore,
): Interval | null {
  const cell = surveys.find((survey) => survey.population === population)?.estimates[code];
  if (cell?.state !== 'published') return null;
  const at = (end: number): number => Math.min(100, Math.max(0, score + slope * (end - value)));
  const ends = [at(cell.figure.interval.lower), at(cell.figure.interval.upper)];
  return { lower: Math.min(...ends), upper: Math.max(...ends) };
}
