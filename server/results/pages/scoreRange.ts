import type { Interval } from '../../../scoring/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';

type Node = Pick<ScoreContent['result']['integral'], 'state'> & {
  samplingError?: Extract<ScoreContent['result']['integral'], { state: 'scored' }>['samplingError'];
};

/** The interval of a part of a score, and what it contains. */
export interface ScoreRange {
  interval: Interval;
  /** Sampling and the choices of the method; or the sampling error only, in scores from before there were draws. */
  basis: 'draws' | 'sampling';
}

/**
 * @param id of a block or sub-index, or `integral`
 * @returns null where nothing is known that could move the part
 */
export function rangeOf({ uncertainty }: Pick<ScoreContent, 'uncertainty'>, id: string, node: Node): ScoreRange | null {
  const drawn = uncertainty?.state === 'drawn' ? uncertainty.scores[id] : undefined;
  if (node.state === 'scored' && drawn) return { interval: drawn.interval, basis: 'draws' };
  const interval = samplingIntervalOf(node);
  return interval && { interval, basis: 'sampling' };
}

/** Null where no survey answer can move the part. */
export function samplingIntervalOf({ samplingError }: Node): Interval | null {
  return samplingError?.state === 'estimated' && samplingError.standardError > 0 ? samplingError.interval : null;
}
