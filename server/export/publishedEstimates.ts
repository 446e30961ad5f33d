import type { Wave } from '../fieldwork/index.js';
import { adjustmentOf, type PopulationRelease, type Results } from '../results/index.js';
import { townWeightingsOf } from './files/townWeighting.js';
import type { TownWeighting } from './files/manifest.js';
import type { IndicatorEntry } from './tables/indicatorsTable.js';

/** What is published of a wave in its towns. */
export interface PublishedEstimates {
  entries: IndicatorEntry[];
  /** Smallest published cell. */
  k: number;
  /** `live`: a demonstration whose numbers move in public; `live-for-staff`: never public. */
  kind: 'release' | 'live' | 'live-for-staff';
  /** Days of the releases. */
  releases: string[];
  weightings: TownWeighting[];
}

interface PublishedPart {
  townId: string;
  part: PopulationRelease;
  released: string | null;
}

/** The newest release of a wave in each of its towns, or the live numbers of a demonstration; null if nothing is public. */
export async function publishedEstimatesOf(
  wave: Wave,
  results: Pick<Results, 'findNewestPart' | 'findPicture'>,
): Promise<PublishedEstimates | null> {
  const parts: PublishedPart[] = [];
  for (const { townId } of wave.towns) {
    const found = (await livePartOf(wave, townId, results)) ?? (await releasedPartOf(wave, townId, results));
    if (found) parts.push(found);
  }
  if (parts.length === 0) return null;
  return {
    entries: parts.flatMap((part) => entriesOf(wave, part)),
    k: Math.max(...parts.map(({ part }) => part.k)),
    kind: parts.some(({ released }) => released === null) ? 'live' : 'release',
    releases: [...new Set(parts.flatMap(({ released }) => (released === null ? [] : [released])))].sort(),
    weightings: parts.flatMap(({ townId, part }) => townWeightingsOf(wave.slug, townId, part.weighting)),
  };
}

async function livePartOf(wave: Wave, townId: string, results: Pick<Results, 'findPicture'>): Promise<PublishedPart | null> {
  if (!wave.live) return null;
  const picture = (await results.findPicture(townId, { year: wave.referenceYear }))?.picture;
  const part = picture?.kind === 'live' ? picture.parts.find((candidate) => candidate.wave === wave.slug) : undefined;
  return part ? { townId, part, released: null } : null;
}

async function releasedPartOf(
  wave: Wave,
  townId: string,
  results: Pick<Results, 'findNewestPart'>,
): Promise<PublishedPart | null> {
  const found = await results.findNewestPart(townId, wave.slug);
  return found && { townId, part: found.part, released: found.release.date };
}

function entriesOf(wave: Wave, { townId, part, released }: PublishedPart): IndicatorEntry[] {
  return Object.entries(part.estimates.cells).map(([code, { cell, asOf }]) => ({
    wave: wave.slug,
    townId,
    year: wave.referenceYear,
    population: part.population,
    code,
    cell,
    asOf,
    released,
    adjustment: adjustmentOf(part.weighting, code),
    synthetic: part.demonstration,
  }));
}
