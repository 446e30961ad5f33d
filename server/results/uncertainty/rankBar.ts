import type { DrawnFigure } from '../../../scoring/index.js';
import { intervalBarFrom, type IntervalBar } from '../pages/intervalBar.js';

/** Places among towns on an axis from the first to the last. */
export function rankBarFrom({ median, interval }: DrawnFigure, towns: number): IntervalBar {
  const at = (place: number): number => (100 * (place - 1)) / (towns - 1);
  const between = { lower: at(interval.lower), upper: at(interval.upper) };
  const bar = intervalBarFrom(32, [{ value: at(median), interval: between, tone: 'total', shape: 'circle' }]);
  return { ...bar, gridLines: ticksOf(towns).map((place) => ({ at: `${String(at(place))}%`, lineClass: 'bar-grid' })) };
}

export function rankAxisOf(towns: number): string[] {
  return ticksOf(towns).map(String);
}

/** Every place while they fit beside each other, then the first, the last and some evenly between. */
function ticksOf(towns: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((width) => (towns - 1) / width <= 13 && (towns - 1) % width === 0) ?? towns - 1;
  return Array.from({ length: (towns - 1) / step + 1 }, (_, at) => 1 + at * step);
}
