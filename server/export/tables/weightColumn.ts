import type { WeightedTown } from '../../results/index.js';
import { localized } from '../files/localized.js';
import { roundedAnswer } from '../files/rounding.js';
import type { ResponseColumn } from './responseColumns.js';

/**
 * The weight of a response; empty for whoever the margins of the town do not speak of, and 1 in towns without margins.
 * It follows from the margins' answers, so that no file keeps it whose answers are joined into classes.
 */
export function weightColumn(weighted: readonly WeightedTown[]): ResponseColumn {
  const weightIn = new Map(weighted.map(({ townId, weightOf }) => [townId, weightOf]));
  return {
    name: '_weight',
    item: null,
    type: 'number',
    tells: 'unbounded',
    title: localized('weighting.column_weight'),
    labels: new Map(),
    valueIn: (response) => {
      const weightOf = weightIn.get(response.townId);
      const weight = weightOf ? weightOf(response) : 1;
      return weight === null ? null : roundedAnswer(weight);
    },
  };
}
