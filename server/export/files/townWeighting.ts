import type { Adjustment } from '../../results/index.js';
import type { TownWeighting } from './manifest.js';

interface KnownWeighting {
  adjustment: Adjustment;
  margins: readonly { variables: readonly string[]; source: string; year: number }[];
}

/** The weighting of a town for the papers of a file; nothing where every answer counts once. */
export function townWeightingsOf(wave: string, town: string, weighting: KnownWeighting | undefined): TownWeighting[] {
  if (!weighting || weighting.adjustment === 'none') return [];
  const margins = weighting.margins.map(({ variables, source, year }) => ({ variables: [...variables], source, year }));
  return [{ wave, town, adjustment: weighting.adjustment, margins }];
}
