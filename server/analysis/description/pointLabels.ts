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
 * so near that names would overlap.
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
  let free = Number.NEGATIVE_INFINITY;
  return new Map(
    named
      .toSorted((a, b) => b.y - a.y)
      .map((point) => {
        const place = Math.max(pixelOf(point), free);
        free = place + LINE;
        return [
          point,
          { position: point.x > (left + right) / 2 ? 'left' : 'right', offset: [0, Math.round(place - pixelOf(point))] },
        ];
      }),
  );
}
