import { CHART_COLOURS } from '../../../http/charts.js';

/** Of one region or sector, with room for a name on two lines. */
export const ROW_HEIGHT = 30;

/** Names down the side of a chart, the first on top; long ones wrap. */
export function rowNames(names: readonly string[], narrow: boolean) {
  return {
    type: 'category' as const,
    data: names,
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      color: CHART_COLOURS.ink,
      width: narrow ? 128 : 230,
      overflow: 'break' as const,
      lineHeight: 13,
    },
  };
}
