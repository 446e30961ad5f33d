import { quantile } from '../../../../scoring/index.js';
import { CHART_COLOURS, drawChart, type Chart } from '../../../http/charts.js';
import { textsIn } from '../../../i18n/index.js';
import { economiesOfYear, measureOf, seriesOf } from '../measures.js';
import type { Scene } from '../scene.js';
import { yearAxes } from './yearAxes.js';

/** The chosen measure of a region over the years beside the median of all regions; null where there is one year only. */
export function seriesChart(region: string, { language, economy, choices, names }: Scene): Chart | null {
  const series = seriesOf(economy, region, choices.measure);
  if (series.filter(({ value }) => value !== null).length < 2) return null;
  const t = textsIn(language);
  const lines = [
    { name: t('diversification.series_region'), values: series.map(({ value }) => value), dashed: false },
    { name: t('diversification.series_median'), values: economy.years.map(medianOf), dashed: true },
  ];
  return drawChart({
    id: 'series',
    caption: t('diversification.chart_series', {
      region: names.region(region),
      measure: t(`diversification.measure_${choices.measure}`),
    }),
    summary: t('diversification.chart_series_summary'),
    height: { narrow: 260, wide: 300 },
    option: (narrow) => ({
      ...yearAxes(economy.years, { narrow, language }),
      grid: { left: 8, right: 24, top: 12, bottom: 40 },
      legend: { bottom: 0, left: 0, itemWidth: 34 },
      series: lines.map(({ name, values, dashed }) => ({
        type: 'line',
        name,
        data: values,
        symbol: dashed ? 'none' : 'circle',
        symbolSize: 8,
        color: dashed ? CHART_COLOURS.quiet : CHART_COLOURS['data-a'],
        /** The legend would draw a mark that the line does not have. */
        itemStyle: { opacity: dashed ? 0 : 1 },
        lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid' },
      })),
    }),
  });

  function medianOf(year: number): number | null {
    const values = economiesOfYear(economy, year).flatMap((each) => measureOf(each, choices.measure) ?? []);
    return values.length === 0 ? null : quantile(values, 0.5, 7);
  }
}
