import { measureChanges, type MeasureChange } from '../../../scoring/index.js';
import { measureOf } from './measures.js';
import type { Scene } from './scene.js';

export interface RegionChange {
  region: string;
  series: { year: number; value: number | null }[];
  /** From the first to the last year that have the measure; null where fewer than two have it. */
  whole: MeasureChange | null;
}

/** How the chosen measure moved in every region, the largest movement first. */
export function regionChangesOf({ economy, choices }: Pick<Scene, 'economy' | 'choices'>): RegionChange[] {
  const series = new Map(economy.regions.map((region): [string, RegionChange['series']] => [region, []]));
  for (const each of economy.economies)
    series.get(each.region)?.push({ year: each.year, value: measureOf(each, choices.measure) });
  return [...series]
    .map(([region, own]) => ({ region, series: own, whole: measureChanges(own).whole }))
    .sort((a, b) => sizeOf(b.whole) - sizeOf(a.whole));
}

function sizeOf(change: MeasureChange | null): number {
  return change === null ? -1 : Math.abs(change.difference);
}
