import { describe, expect, it } from 'vitest';
import type { DiagnosedPoint } from './diagnosedRow.js';
import { labelPlaces } from './pointLabels.js';

const row = {
  unit: 'Риддер',
  year: 2020,
  fitted: 0,
  residual: 0,
  leverage: 0,
  standardised: 0,
  studentised: 0,
  cooksDistance: 0,
};
const point = (x: number, y: number): DiagnosedPoint => ({ x, y, size: 1, row });
const corners = [point(0, 0), point(10, 100)];

/** How far below the top of a picture of 100 pixels the name of each point stands. */
function heights(named: DiagnosedPoint[]): number[] {
  const places = labelPlaces(named, [...corners, ...named], 100);
  return named.map((one) => 100 - one.y + (places.get(one)?.offset[1] ?? Number.NaN));
}

describe('the names of points', () => {
  it('stand at their points where there is room', () => {
    expect(heights([point(1, 90), point(1, 50), point(1, 10)])).toEqual([10, 50, 90]);
  });

  it('give way to each other, downwards, and at the foot of the picture upwards', () => {
    expect(heights([point(1, 90), point(1, 89)])).toEqual([10, 25]);
    expect(heights([point(1, 2), point(1, 1), point(1, 0)])).toEqual([70, 85, 100]);
  });

  it('stand on the side of the middle', () => {
    const [left, right] = [point(1, 50), point(9, 50)];
    const places = labelPlaces([left, right], corners, 100);
    expect([places.get(left)?.position, places.get(right)?.position]).toEqual(['right', 'left']);
  });
});
