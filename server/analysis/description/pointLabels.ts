import { endsOf, type DiagnosedPoint } from './diagnosedRow.js';

/** Height of a line of a label, in pixels. */
const LINE = 15;

/** Where the name of a point stands: beside it, moved up or down by pixels. */
interface LabelPlace {
  position: 'left' | 'right';
  offset: [number, number];
}

/**
 * Places for names of a few points of a cloud: towards the middle of the picture, and under one another where points are
 * so near that names would overlap; never below the picture.
 *
 * @param named the points with names
 * @param points all points of the picture
 * @param height of the drawing area in pixels
 */
export function labelPlaces(
  named: readonly DiagnosedPoint[],
  points: readonly DiagnosedPoint[],
  height: number,
): Map<DiagnosedPoint, LabelPlace> {
  const [left, right] = endsOf(points.map(({ x }) => x));
  const [low, high] = endsOf(points.map(({ y }) => y));
  const pixelOf = ({ y }: DiagnosedPoint): number => (high > low ? ((high - y) / (high - low)) * height : 0);
  const downwards = named.toSorted((a, b) => b.y - a.y);
  const places = spread(downwards.map(pixelOf), height);
  return new Map(
    downwards.map((point, at) => [
      point,
      {
        position: point.x > (left + right) / 2 ? 'left' : 'right',
        offset: [0, Math.round((places[at] ?? 0) - pixelOf(point))],
      },
    ]),
  );
}

/** Ascending places, moved down until each has a line of its own, and up again where the last would be below the end. */
function spread(wanted: readonly number[], end: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  const down = wanted.map((place) => {
    const found = Math.max(place, free);
    free = found + LINE;
    return found;
  });
  let last = Math.max(end, wanted.at(-1) ?? end);
  return down
    .toReversed()
    .map((place) => {
      const found = Math.min(place, last);
      last = found - LINE;
      return found;
    })
    .toReversed();
}
