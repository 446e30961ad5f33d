import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MethodIndicator } from '../../survey-definitions/contract/index.js';
import { completeMethod } from '../../test/support/comparedTown.js';
import { scoreOfValue } from '../scores/indicatorScore.js';
import { preparedScore } from './preparedScore.js';

const [first] = completeMethod().indicators;

it('scores every value as the method does, also among towns of which some are equal', () => {
  const values = fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: 10, maxLength: 14 })
    .filter((all) => new Set(all).size > 1);
  fc.assert(
    fc.property(
      values,
      fc.constantFrom('benefit', 'cost'),
      fc.double({ min: -5, max: 25, noNaN: true }),
      (towns, direction, value) => {
        if (first?.source !== 'statistics') throw new Error('no statistic');
        const compared = { year: 2020, towns: towns.map((each, at) => ({ town: `t${String(at)}`, value: each })) };
        const indicators: MethodIndicator[] = [first, { ...first, normalisation: { type: 'rank', direction, compared } }];
        for (const indicator of indicators)
          expect(preparedScore(indicator)(value)).toBeCloseTo(scoreOfValue(indicator, value)?.score ?? Number.NaN, 9);
      },
    ),
  );
});
