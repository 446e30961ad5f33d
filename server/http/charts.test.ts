import { describe, expect, it } from 'vitest';
import { CHART_COLOURS, drawChart } from './charts.js';

const chart = drawChart({
  id: 'growth',
  caption: 'Growth',
  summary: 'It grows.',
  height: { narrow: 240, wide: 320 },
  option: (narrow) => ({
    legend: {},
    xAxis: { type: 'category', data: ['Балқаш', '<script>alert("&")</script>'], show: !narrow },
    yAxis: { type: 'value' },
    series: [
      { type: 'line', name: 'years', data: [1, 2], areaStyle: { opacity: 0.2 }, lineStyle: { type: 'dashed' } },
      {
        type: 'boxplot',
        name: 'box',
        data: [
          [1, 2, 3, 4, 5],
          [2, 3, 4, 5, 6],
        ],
        itemStyle: { color: CHART_COLOURS.band },
      },
      { type: 'scatter', name: 'point', data: [[0, 1]], symbol: 'diamond' },
    ],
  }),
});

describe('a chart', () => {
  it.each(['narrow', 'wide'] as const)('drawn %s obeys the strict content security policy', (size) => {
    expect(chart[size]).toMatch(/^<svg class="chart-(narrow|wide)" viewBox="0 0 \d+ \d+" aria-hidden="true" focusable="false">/);
    expect(chart[size]).not.toMatch(/<style|style=|<script|\son\w+=/);
  });

  it('takes every colour from the stylesheet', () => {
    expect(chart.wide).toContain('chart-stroke-data-a');
    expect(chart.wide).toContain('chart-fill-band');
    expect(chart.wide).not.toMatch(/(fill|stroke)="(?!none|transparent|url)/);
  });

  it('writes labels in Cyrillic as text and lets none of them become markup', () => {
    expect(chart.wide).toContain('>Балқаш</text>');
    expect(chart.wide).toContain('&lt;script&gt;');
  });

  it('has identifiers of its own, the same whenever it is drawn', () => {
    expect(chart.wide).toContain('id="growth-wide-');
    expect(chart.narrow).not.toContain('growth-wide');
    expect(chart.wide).not.toMatch(/zr\d/);
  });
});
