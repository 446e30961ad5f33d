import { sharedPlaces, type RegionYear, type SharedPlace } from '../../../scoring/index.js';
import { economiesOfYear, measureOf } from './measures.js';
import type { Scene } from './scene.js';

/** Of a longer list pages show the beginning, and its files all of it. */
export const MOST_LISTED = 100;

/** A region at its place; regions that could not be computed have none and stand last. */
export interface RankedRegion {
  each: RegionYear;
  value: number | null;
  place: SharedPlace | null;
}

/** The regions of the chosen year from the largest value of the chosen measure down. */
export function rankingOf({ economy, choices }: Pick<Scene, 'economy' | 'choices'>): RankedRegion[] {
  const regions = economiesOfYear(economy, choices.year);
  const values = regions.map((each) => measureOf(each, choices.measure));
  const places = sharedPlaces(values, 'largest');
  return regions
    .map((each, at) => ({ each, value: values[at] ?? null, place: places[at] ?? null }))
    .sort((a, b) => (a.place?.place ?? Infinity) - (b.place?.place ?? Infinity) || 0);
}
