import type { Block, Population } from '../../../survey-definitions/contract/index.js';
import { enclosing } from '../publicRounding.js';

/** A mark on the axis of 0–100 with its interval; all coordinates are finished attribute values. */
export interface BarMark {
  shape: 'circle' | 'diamond' | 'square' | 'none';
  /** Classes of the mark and its interval. */
  markClass: string;
  intervalClass: string;
  at: string;
  lower: string | null;
  upper: string | null;
  y: number;
}

/** A small picture of values with their intervals. It is decoration: the same numbers stand beside it in words. */
export interface IntervalBar {
  height: number;
  gridLines: { at: string; lineClass: string }[];
  zone: { at: string; width: string } | null;
  marks: BarMark[];
}

export type BarTone = 'total' | Lowercase<Block> | 'residents' | 'researchers';

export interface MarkInput {
  value: number;
  interval: { lower: number; upper: number } | null;
  tone: BarTone;
  shape: BarMark['shape'];
  /** Shown for comparison: does not enter the score. */
  open?: boolean;
  /** Rests on few answers. */
  few?: boolean;
  /** Stands behind the mark above it. */
  thin?: boolean;
}

const GRID = [0, 25, 50, 75, 100];

export const AXIS_LABELS = GRID.map(String);

/** Intervals are drawn as they are printed: from finer ones a reader could compute how many answered. */
export function intervalBarFrom(
  height: number,
  marks: readonly MarkInput[],
  zone?: { lower: number; upper: number },
): IntervalBar {
  const step = height / (marks.length + 1);
  return {
    height,
    gridLines: GRID.map((at) => ({ at: percent(at), lineClass: at === 50 ? 'bar-middle' : 'bar-grid' })),
    zone: zone ? { at: percent(zone.lower), width: percent(zone.upper - zone.lower) } : null,
    marks: marks.map((mark, index) => ({
      shape: mark.shape,
      markClass: classes('bar-mark', `tone-${mark.tone}`, mark.open && 'is-open'),
      intervalClass: classes('bar-interval', `tone-${mark.tone}`, mark.few && 'is-few', mark.thin && 'is-thin'),
      at: percent(mark.value),
      lower: mark.interval && percent(enclosing(mark.interval).lower),
      upper: mark.interval && percent(enclosing(mark.interval).upper),
      y: Math.round(step * (index + 1)),
    })),
  };
}

export function shapeOf(population: Population): BarMark['shape'] {
  return population === 'residents' ? 'circle' : 'diamond';
}

/** A part of a bar that shows how answers spread, from the worst code to the best. */
export interface ShareSegment {
  at: string;
  width: string;
  segmentClass: string;
}

/** Segments of one stacked bar, in whole percentages as they are printed; shades from 1 (worst) to 5 (best). */
export function shareSegmentsFrom(shares: readonly number[]): ShareSegment[] {
  let before = 0;
  return shares.map((share, index) => {
    const at = before;
    const width = Math.round(100 * share);
    before += width;
    const shade = shares.length === 1 ? 3 : Math.round((4 * index) / (shares.length - 1)) + 1;
    return { at: percent(at), width: percent(width), segmentClass: `shade-${shade}` };
  });
}

export interface ContributionBar {
  at: string;
  width: string;
  barClass: string;
}

/** A bar to the left or right of the middle; `largest` is the size that fills a half. */
export function contributionBarFrom(points: number, largest: number): ContributionBar {
  const width = largest === 0 ? 0 : (50 * Math.abs(points)) / largest;
  return { at: percent(points < 0 ? 50 - width : 50), width: percent(width), barClass: points < 0 ? 'move-down' : 'move-up' };
}

function percent(value: number): string {
  return `${Math.round(Math.min(100, Math.max(0, value)) * 10) / 10}%`;
}

function classes(...names: (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string').join(' ');
}
