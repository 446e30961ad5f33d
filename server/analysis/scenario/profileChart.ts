import type { ScenarioIndicator, ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { drawChart, SERIES_COLOURS, type Chart } from '../../http/charts.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { ComparedTown } from './comparedTowns.js';
import { computedFigure } from './scenarioPicture.js';

/** As many as can be told apart in one drawing. */
export const MOST_PROFILES = SERIES_COLOURS.length;

const SYMBOLS = ['circle', 'diamond', 'rect', 'triangle', 'roundRect', 'pin', 'arrow'];

/** Where a value stands among the bands of its indicator, in per cent; all bands are equally wide. */
export function placeInBands({ bands, scaleTo }: ScenarioIndicator, value: number): number {
  const at = Math.max(
    0,
    bands.findLastIndex(({ from }) => from <= value),
  );
  const from = bands[at]?.from ?? 0;
  const to = bands[at + 1]?.from ?? Math.max(scaleTo, from);
  const inside = to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 1;
  return (100 * (at + inside)) / bands.length;
}

/** The indicators of some towns, each at its place among its bands. Null where no town is chosen. */
export function profileChart(towns: readonly ComparedTown[], { indicators }: ScenarioMethod, language: Language): Chart | null {
  if (towns.length === 0) return null;
  const t = textsIn(language);
  const banded = indicators.filter(({ bands }) => bands.length > 0);
  return drawChart({
    id: 'scenario-profiles',
    caption: t('scenarioData.profile_caption'),
    summary: t('scenarioData.profile_summary', { towns: towns.map(({ name }) => name).join(', ') }),
    height: { narrow: 420 + 22 * towns.length, wide: 420 },
    option: (narrow) => ({
      grid: { left: narrow ? 8 : 200, right: 24, top: narrow ? 22 * towns.length + 24 : 40, bottom: 32 },
      legend: { top: 0, left: 0, orient: narrow ? 'vertical' : 'horizontal', data: towns.map(({ name }) => name) },
      xAxis: { type: 'value', min: 0, max: 100, interval: 25, axisLabel: { formatter: '{value} %' } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: banded.map(({ name }) => (narrow ? name[language] : name[language].replaceAll(' ', '\n'))),
        axisLabel: narrow ? { inside: true, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 16, 0] } : { lineHeight: 16 },
      },
      series: towns.map(({ name, picture }, index) => ({
        name,
        type: 'line',
        symbol: SYMBOLS[index % SYMBOLS.length],
        symbolSize: 10,
        data: banded.map((indicator, at) => {
          const figure = computedFigure(picture, indicator.id);
          return figure ? [placeInBands(indicator, figure.value), at] : ['-', at];
        }),
      })),
    }),
  });
}
