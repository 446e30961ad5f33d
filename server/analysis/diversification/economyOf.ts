import { diversificationFrom, type DiversificationOptions } from '../../../scoring/index.js';
import type { Dataset } from '../datasets/dataset.js';
import { sectorTableOf } from '../datasets/sectorTableOf.js';
import { sectorWarningsOf } from '../datasets/sectorWarnings.js';

/**
 * What a table of sectors tells of its economies, with how large it is and what totals it has.
 *
 * @throws ScoringError of a table that cannot be computed as a whole
 */
export function economyOf(dataset: Pick<Dataset, 'csv'>, options: DiversificationOptions) {
  const { regions, national } = sectorTableOf(dataset);
  const all = [...regions, ...national];
  return {
    economy: diversificationFrom(regions, national, options),
    yearsWithTotals: [...new Set(national.map(({ year }) => year))],
    totalsTooSmall: sectorWarningsOf({ regions, national }).filter(({ code }) => code === 'nationalBelowSum'),
    size: {
      sectors: new Set(all.map(({ sector }) => sector)).size,
      activities: new Set(all.map(({ activity }) => activity)).size,
    },
  };
}
