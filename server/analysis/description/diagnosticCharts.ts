import { normalPlotFrom } from '../../../scoring/index.js';
import { drawChart, type Chart } from '../../http/charts.js';
import { textsIn, type Language, type TextKey } from '../../i18n/index.js';
import { footAxis, NAMED_AXES_GRID, sideAxis } from './axes.js';
import { cooksCurves } from './cooksCurves.js';
import { endsOf, extremesAmong, type DiagnosedPoint, type DiagnosedRow } from './diagnosedRow.js';
import { guideLine, pointSeries } from './pointSeries.js';

interface DiagnosticOrder {
  /** Unique on its page, lower case letters, digits and hyphens. */
  id: string;
  language: Language;
}

const HEIGHT = { narrow: 300, wide: 380 };
/** Between the axes, with room for ticks beyond the outermost points. */
const DRAWN = { narrow: 190, wide: 260 };

/** Residuals against fitted values: whether the spread is even and nothing is left that the model should tell. */
export function residualChart(rows: readonly DiagnosedRow[], order: DiagnosticOrder): Chart {
  const points = rows.map((row) => ({ x: row.fitted, y: row.residual, size: Math.abs(row.residual), row }));
  return cloud(points, order, {
    caption: 'description.residuals_caption',
    summary: 'description.residuals_summary',
    x: 'description.fitted',
    y: 'description.residual',
    guides: () => [levelLine(points, 0)],
  });
}

/** Standardised residuals against normal quantiles, with the line through the quartiles. */
export function normalQuantileChart(rows: readonly DiagnosedRow[], order: DiagnosticOrder): Chart {
  const standardised = rows.flatMap((row) => (row.standardised === null ? [] : [{ row, value: row.standardised }]));
  const { theoretical, intercept, slope } = normalPlotFrom(standardised.map(({ value }) => value));
  const points = standardised.map(({ row, value }, at) => {
    const x = theoretical[at] ?? 0;
    return { x, y: value, size: Math.abs(value), row };
  });
  const ends = endsOf(points.map(({ x }) => x));
  return cloud(points, order, {
    caption: 'description.normal_caption',
    summary: 'description.normal_summary',
    x: 'description.normal_quantile',
    y: 'description.standardised',
    guides: () => [
      guideLine(
        ends.map((x): [number, number] => [x, intercept + slope * x]),
        false,
      ),
    ],
  });
}

/**
 * Standardised residuals against leverage with the curves on which Cook's distance is 0.5 and 1.
 *
 * @param parameters p, all coefficients of the model with intercept and effects
 */
export function leverageChart(rows: readonly DiagnosedRow[], order: DiagnosticOrder & { parameters: number }): Chart {
  const points = rows.flatMap((row) =>
    row.standardised === null ? [] : [{ x: row.leverage, y: row.standardised, size: row.cooksDistance ?? 0, row }],
  );
  const right = Math.min(0.999, 1.05 * endsOf(points.map(({ x }) => x))[1]);
  const top = 2 * Math.ceil(points.reduce((most, { y }) => Math.max(most, Math.abs(y) * 1.1), 3) / 2);
  return cloud(points, order, {
    caption: 'description.leverage_caption',
    summary: 'description.leverage_summary',
    x: 'description.leverage',
    y: 'description.standardised',
    ends: { x: { min: 0, max: right }, y: { min: -top, max: top, interval: top / 2 } },
    guides: () => [
      levelLine([...points, { x: 0 }, { x: right }], 0),
      ...cooksCurves({ parameters: order.parameters, right, top, language: order.language }),
    ],
  });
}

interface Cloud {
  caption: TextKey;
  summary: TextKey;
  x: TextKey;
  y: TextKey;
  ends?: { x: { min: number; max: number }; y: { min: number; max: number; interval: number } };
  guides: () => object[];
}

function cloud(points: readonly DiagnosedPoint[], { id, language }: DiagnosticOrder, { ends, guides, ...keys }: Cloud): Chart {
  const t = textsIn(language);
  const nameOf = ({ row }: DiagnosedPoint): string => t('description.place', { unit: row.unit, year: String(row.year) });
  return drawChart({
    id,
    caption: t(keys.caption),
    summary: t(keys.summary, { points: extremesAmong(points).map(nameOf).join('; ') }),
    height: HEIGHT,
    option: (narrow) => ({
      grid: NAMED_AXES_GRID,
      xAxis: footAxis({ name: t(keys.x), language, narrow, ends: ends?.x }),
      yAxis: sideAxis({ name: t(keys.y), language, narrow, ends: ends?.y }),
      series: [...guides(), ...pointSeries(points, { nameOf, height: DRAWN[narrow ? 'narrow' : 'wide'] })],
    }),
  });
}

/** A line at one height, as wide as the points. */
function levelLine(points: readonly Pick<DiagnosedPoint, 'x'>[], level: number) {
  return guideLine(
    endsOf(points.map(({ x }) => x)).map((x): [number, number] => [x, level]),
    false,
  );
}
