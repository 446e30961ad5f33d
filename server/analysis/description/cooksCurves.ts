import { CHART_COLOURS } from '../../http/charts.js';
import { formatNumber, type Language } from '../../i18n/index.js';
import { guideLine } from './pointSeries.js';

/** Cook's distances from which a row deserves a look, and from which it moves the coefficients much. */
const DISTANCES = [0.5, 1];
const STEPS = 60;

interface Picture {
  /** p, all coefficients of the model. */
  parameters: number;
  /** The largest leverage and the largest standardised residual that the picture has room for. */
  right: number;
  top: number;
  language: Language;
}

/** The curves ±√(D·p·(1 − h)/h) of equal Cook's distance D over the leverage h, each pair with D above. */
export function cooksCurves({ parameters, right, top, language }: Picture): object[] {
  return DISTANCES.flatMap((distance) => {
    const scaled = distance * parameters;
    const first = scaled / (scaled + top ** 2);
    if (first >= right) return [];
    const height = (h: number): number => Math.sqrt((scaled * (1 - h)) / h);
    const places = Array.from({ length: STEPS + 1 }, (_, step) => first + ((right - first) * step) / STEPS);
    const curves = [1, -1].map((sign) =>
      guideLine(
        places.map((h): [number, number] => [h, sign * height(h)]),
        true,
      ),
    );
    return [
      ...curves,
      topMark([first, top], formatNumber(distance, language, distance < 1 ? 1 : 0), distance < 1 ? 'left' : 'right'),
    ];
  });
}

/** A number without a mark under the upper end of the picture. */
function topMark([x, y]: [number, number], text: string, position: 'left' | 'right'): object {
  const label = { show: true, formatter: text, position, offset: [4, 8], color: CHART_COLOURS.quiet };
  return { type: 'scatter', symbolSize: 1, itemStyle: { color: CHART_COLOURS.quiet }, data: [{ value: [x, y], label }] };
}
