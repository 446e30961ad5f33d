import { CHART_COLOURS, drawChart, SERIES_COLOURS, type Chart } from '../../../http/charts.js';
import { textsIn } from '../../../i18n/index.js';
import { MOST_LISTED } from '../ranking.js';
import { regionChangesOf, type RegionChange } from '../regionChanges.js';
import type { Scene } from '../scene.js';
import { yearAxes } from './yearAxes.js';

/** As many lines as can be told apart by colour and mark. */
const HIGHLIGHTED = 5;
const MARKS = ['circle', 'diamond', 'rect', 'triangle', 'emptyCircle'] as const;

/** Every region as a line, those that moved most in colour; null where there is one year only. */
export function changesChart(scene: Scene): Chart | null {
  const { language, economy, choices, names } = scene;
  const changes = regionChangesOf(scene).filter(({ whole }) => whole !== null);
  if (changes.length === 0) return null;
  const t = textsIn(language);
  const highlighted = changes.slice(0, HIGHLIGHTED);
  return drawChart({
    id: 'changes',
    caption: t('diversification.chart_changes', { measure: t(`diversification.measure_${choices.measure}`) }),
    summary: t('diversification.chart_changes_summary', {
      regions: highlighted.map(({ region }) => names.region(region)).join(', '),
    }),
    height: { narrow: 400, wide: 420 },
    option: (narrow) => ({
      ...yearAxes(economy.years, { narrow, language }),
      grid: { left: 8, right: 24, top: 12, bottom: narrow ? 128 : 64 },
      legend: {
        data: highlighted.map(({ region }) => names.region(region)),
        bottom: 0,
        left: 0,
        orient: narrow ? 'vertical' : 'horizontal',
        itemWidth: 22,
      },
      series: [
        ...changes.slice(HIGHLIGHTED, MOST_LISTED).map((change) => mutedLine(change)),
        ...highlighted.map((change, at) => ({
          ...lineOf(change),
          name: names.region(change.region),
          symbol: MARKS[at],
          symbolSize: 8,
          color: SERIES_COLOURS[at],
          lineStyle: { width: 2 },
        })),
      ],
    }),
  });
}

function lineOf({ series }: RegionChange) {
  return { type: 'line' as const, data: series.map(({ value }) => value) };
}

function mutedLine(change: RegionChange) {
  return { ...lineOf(change), symbol: 'none', color: CHART_COLOURS.muted, lineStyle: { width: 1, opacity: 0.45 } };
}
