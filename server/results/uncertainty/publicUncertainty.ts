import type { DrawnFigure, VarianceShare } from '../../../scoring/index.js';
import { enclosing } from '../publicRounding.js';

/**
 * Figures of draws as pages and files print them: the middle as a score is printed, intervals and shares in whole points
 * and percentages, intervals outward. From finer ones a reader could compute how many answered.
 */
export function publicFigureOf({ median, interval }: DrawnFigure): DrawnFigure {
  return { median: Number(median.toFixed(1)) + 0, interval: enclosing(interval) };
}

/** Estimated shares may lie a little outside 0–1; no share does. */
export function publicShareOf({ share, interval }: VarianceShare): VarianceShare {
  const lower = Math.floor(100 * within(interval.lower));
  const upper = Math.ceil(100 * within(interval.upper));
  return { share: wholePercent(share), interval: { lower: lower / 100, upper: upper / 100 } };
}

/** A share of draws. */
export function wholePercent(share: number): number {
  return Math.round(100 * within(share)) / 100;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** A town above another in all draws but a few is not said to be above in all of them. */
export function publicDrawShareOf(share: number): number {
  if (share > 0 && share < 0.01) return 0.01;
  return share < 1 && share > 0.99 ? 0.99 : wholePercent(share);
}
