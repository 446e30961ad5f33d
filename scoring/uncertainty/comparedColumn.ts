import type { MethodIndicator } from '../../survey-definitions/contract/index.js';
import { normalisedColumn, type ColumnNormalisation } from '../composite/normalisedColumn.js';
import type { ScoredRange } from '../scores/normalisation.js';
import { isConstant } from '../statistics/correlation.js';
import { drawnScore } from './drawnGoalposts.js';

/** The normalisation of the method, or one over the compared towns. */
export type DrawnNormalisation = 'method' | 'minmax' | 'zscore' | 'rank';

/** With fewer towns a place among them says too little. */
const FEWEST_TOWNS = 10;

const OVER_TOWNS: Readonly<Record<'minmax' | 'zscore' | 'rank', { normalisation: ColumnNormalisation; scale: number }>> = {
  minmax: { normalisation: { method: 'minmax', lower: 0, upper: 100 }, scale: 1 },
  zscore: { normalisation: { method: 'zscore', mean: 50, sd: 10 }, scale: 1 },
  rank: { normalisation: { method: 'percentileRank', ties: 'average' }, scale: 100 },
};

/**
 * The normalisations among which a draw chooses.
 *
 * @param towns number of compared towns
 * @source methodology §5.20
 * @example normalisationsFor(3) // ['method']
 */
export function normalisationsFor(towns: number): readonly DrawnNormalisation[] {
  return towns < FEWEST_TOWNS ? ['method'] : ['method', 'minmax', 'zscore', 'rank'];
}

/**
 * Scores of one indicator over the compared towns. An indicator in which no town differs scores 50 everywhere if it is
 * normalised over the towns.
 *
 * @param indicator as the method describes it
 * @param values of the towns, in the unit of the indicator
 * @param range values that score 0 and 100 by the method; null where the method sets none
 * @param normalisation `zscore` 50 + 10·z, `rank` from 0 for the last to 100 for the first
 * @returns scores in the order of the towns
 * @throws what `scoreInRange` and `normalisedColumn` throw
 * @source methodology §§4.13, 5.20
 * @example comparedColumn(c1, [0, 5, 10], null, 'minmax') // [0, 50, 100]
 */
export function comparedColumn(
  indicator: MethodIndicator,
  values: readonly number[],
  range: ScoredRange | null,
  normalisation: DrawnNormalisation,
): readonly number[] {
  if (normalisation === 'method') return values.map((value) => drawnScore(indicator, value, range));
  if (isConstant(values)) return values.map(() => 50);
  const direction = isCost(indicator) ? -1 : 1;
  const { normalisation: overTowns, scale } = OVER_TOWNS[normalisation];
  return normalisedColumn({ id: normalisation, direction, values }, overTowns).map((score) => scale * (score ?? 0));
}

/** Whether less is better. */
function isCost(indicator: MethodIndicator): boolean {
  const { normalisation } = indicator;
  if (normalisation === undefined) return indicator.source === 'survey' && indicator.direction === 'cost';
  return normalisation.type !== 'awaitingReference' && normalisation.direction === 'cost';
}
