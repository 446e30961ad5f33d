import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { NATIONAL, type SectorRow } from '../datasets/sectorTableOf.js';

const SEED = 2023_405;
export const SYNTHETIC_YEARS: readonly number[] = [2018, 2019, 2020, 2021, 2022];

/** The 20 regions and large cities of Kazakhstan, by the ids of the register of towns where it has them. */
export const SYNTHETIC_REGIONS: readonly string[] = [
  'abai', 'akmola', 'aktobe', 'almaty', 'almaty_region', 'astana', 'atyrau', 'east_kazakhstan', 'karaganda', 'kostanay',
  'kyzylorda', 'mangystau', 'north_kazakhstan', 'pavlodar', 'shymkent', 'turkistan', 'ulytau', 'west_kazakhstan', 'zhambyl',
  'zhetisu',
]; // prettier-ignore

/** Six sectors of two or three activities, each with how much of it a region has on average. */
const ACTIVITIES: readonly [activity: string, weight: number][] = [
  ['A01', 60], ['A02', 4], ['B05', 12], ['B06', 70], ['B07', 35], ['C10', 30], ['C20', 12], ['C24', 40], ['G46', 50],
  ['G47', 55], ['H49', 45], ['H52', 20], ['J61', 12], ['J62', 8],
]; // prettier-ignore

/**
 * A table of sectors that nobody measured: every figure is drawn at random from a fixed seed, also which region has much
 * of what. Only the names are real.
 */
export function syntheticSectors(): SectorRow[] {
  const random = xoroshiro128plus(SEED);
  /** From 0 to 1. */
  const draw = (): number => uniformInt(random, 0, 1_000_000) / 1_000_000;
  const regions = SYNTHETIC_REGIONS.flatMap((region) =>
    ACTIVITIES.flatMap(([activity, weight]) => {
      const level = weight * Math.exp(3 * (draw() - 0.5));
      const growth = 0.3 * (draw() - 0.45);
      return SYNTHETIC_YEARS.map((year, at): SectorRow => {
        const value = level * Math.exp(growth * at + 0.1 * (draw() - 0.5));
        return { region, year, sector: activity.slice(0, 1), activity, value: Math.round(10 * value) / 10 };
      });
    }),
  );
  return [...regions, ...nationalOf(regions)];
}

function nationalOf(regions: readonly SectorRow[]): SectorRow[] {
  return SYNTHETIC_YEARS.flatMap((year) =>
    ACTIVITIES.map(([activity]): SectorRow => {
      const own = regions.filter((row) => row.year === year && row.activity === activity);
      const tenths = own.reduce((sum, { value }) => sum + Math.round(10 * value), 0);
      return { region: NATIONAL, year, sector: activity.slice(0, 1), activity, value: tenths / 10 };
    }),
  );
}
