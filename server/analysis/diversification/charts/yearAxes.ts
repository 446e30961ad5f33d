import type { Language } from '../../../i18n/index.js';
import { tickTextIn } from '../../description/axes.js';

/** Years along the foot, values at the side, both in the reader's format. */
export function yearAxes(years: readonly number[], { narrow, language }: { narrow: boolean; language: Language }) {
  return {
    xAxis: { type: 'category' as const, data: years.map(String), boundaryGap: false },
    yAxis: {
      type: 'value' as const,
      scale: true,
      splitNumber: narrow ? 4 : 5,
      axisLabel: { formatter: tickTextIn(language) },
    },
  };
}
