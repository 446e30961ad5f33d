import { CHART_COLOURS, SERIES_COLOURS } from '../../http/charts.js';
import { endsOf, extremesAmong, type DiagnosedPoint } from './diagnosedRow.js';
import { labelPlaces } from './pointLabels.js';

/** From here on points are drawn as one shape of small squares, so that a page stays light. */
const MANY = 600;

/** Points of a cloud, and those that stand out, with another mark and their names. */
export function pointSeries(
  points: readonly DiagnosedPoint[],
  { nameOf, height }: { nameOf: (point: DiagnosedPoint) => string; height: number },
): object[] {
  const extremes = extremesAmong(points);
  const places = labelPlaces(extremes, points, height);
  const others = points.filter((point) => !places.has(point));
  return [
    {
      type: 'scatter',
      ...(others.length > MANY ? { symbol: 'rect', symbolSize: 4 } : { symbolSize: 6 }),
      large: true,
      largeThreshold: MANY,
      data: seenAmong(others).map(({ x, y }) => [x, y]),
      itemStyle: { color: SERIES_COLOURS[0], opacity: 0.75 },
    },
    {
      type: 'scatter',
      symbol: 'diamond',
      symbolSize: 10,
      z: 3,
      data: extremes.map((point) => ({
        value: [point.x, point.y],
        label: { show: true, ...places.get(point), formatter: nameOf(point) },
      })),
      itemStyle: { color: SERIES_COLOURS[1] },
      label: { color: CHART_COLOURS.ink, fontSize: 12, textBorderColor: CHART_COLOURS.ground, textBorderWidth: 3 },
    },
  ];
}

/** How finely a drawing tells points apart, so many steps each way: closer ones lie under one another. */
const STEPS = 200;

/** One of all points that are drawn in the same place; few points stay as they are. */
function seenAmong(points: readonly DiagnosedPoint[]): readonly DiagnosedPoint[] {
  if (points.length <= MANY) return points;
  const stepsOf = (values: readonly number[]): ((value: number) => number) => {
    const [least, most] = endsOf(values);
    return (value) => (most === least ? 0 : Math.round((STEPS * (value - least)) / (most - least)));
  };
  const [across, up] = [stepsOf(points.map(({ x }) => x)), stepsOf(points.map(({ y }) => y))];
  return [...new Map(points.map((point) => [`${across(point.x)} ${up(point.y)}`, point])).values()];
}

/** A thin line without marks that explains a cloud of points. */
export function guideLine(data: readonly (readonly [number, number])[], dashed: boolean): object {
  return {
    type: 'line',
    data: data.map((point) => [...point]),
    showSymbol: false,
    silent: true,
    lineStyle: { color: CHART_COLOURS.quiet, width: 1, type: dashed ? 'dashed' : 'solid' },
  };
}
