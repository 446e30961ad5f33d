import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { sharesOf } from './shares.js';

/**
 * Location quotients: a sector's share in a region by its share in the reference economy. Above 1 the region is
 * specialised in the sector. Of gross regional product in GDP they are the structural coefficients.
 *
 * @param regions a row of sector figures (employment or output, ≥ 0) per region, all in one order
 * @param reference the same sectors of the reference economy; the sum of the regions unless told
 * @returns a row of quotients ≥ 0 per region; null in a sector that the reference economy does not have
 * @throws ScoringError `empty`, `unequal-lengths`, `not-finite`, `out-of-range` (below 0), `not-positive` naming the
 * region or the reference whose total is 0
 * @source P. Sargant Florence (1937); methodology §8 (structural coefficient)
 * @example locationQuotients([[10, 30], [30, 10]]) // [[0.5, 1.5], [1.5, 0.5]]
 */
export function locationQuotients(
  regions: readonly (readonly number[])[],
  reference: readonly number[] = sumOfRows(regions),
): (number | null)[][] {
  if (regions.length === 0 || reference.length === 0) throw new ScoringError('empty', { input: 'regions' });
  const whole = sharesOf(reference, 'reference');
  return regions.map((region, at) => {
    if (region.length !== whole.length) throw new ScoringError('unequal-lengths', { lengths: [region.length, whole.length] });
    return sharesOf(region, `region ${at}`).map((share, sector) => (whole[sector] === 0 ? null : share / (whole[sector] ?? 1)));
  });
}

function sumOfRows(regions: readonly (readonly number[])[]): number[] {
  return (regions[0] ?? []).map((_, sector) => compensatedSum(regions.length, (at) => regions[at]?.[sector] ?? 0));
}
