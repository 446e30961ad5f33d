import type { RowInfluence } from '../../../scoring/index.js';

/** A row of a regression with its place: what pictures of its diagnostics show. */
export interface DiagnosedRow extends Omit<RowInfluence, 'row'> {
  /** Name of the town or region in the reader's language. */
  unit: string;
  year: number;
}

/** A row as a point; it is named where it stands out. */
export interface DiagnosedPoint {
  x: number;
  y: number;
  /** How far it stands out. */
  size: number;
  row: DiagnosedRow;
}

const NAMED = 3;

/** The points that stand out most, the farthest first. */
export function extremesAmong(points: readonly DiagnosedPoint[]): DiagnosedPoint[] {
  return points.toSorted((a, b) => b.size - a.size).slice(0, NAMED);
}

/** The smallest and the largest of some numbers. */
export function endsOf(values: readonly number[]): [number, number] {
  return values.reduce(
    ([least, most], value): [number, number] => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
