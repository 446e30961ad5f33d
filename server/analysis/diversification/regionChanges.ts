import { measureChanges, type MeasureChange } from '../../../scoring/index.js';
import { seriesOf } from './measures.js';
import type { Scene } from './scene.js';

export interface RegionChange {
  region: string;
  series: { year: number; value: number | null }[];
  /** From the first to the last year that have the measure; null where fewer than two have it. */
  whole: MeasureChange | null;
}

/** How the chosen measure moved in every region, the largest movement first. */
export function regionChangesOf({ economy, choices }: Pick<Scene, 'economy' | 'choices'>): RegionChange[] {
  return economy.regions
    .map((region) => {
      const series = seriesOf(economy, region, choices.measure);
      return { region, series, whole: measureChanges(series).whole };
    })
    .sort((a, b) => sizeOf(b.whole) - sizeOf(a.whole));
}

function sizeOf(change: MeasureChange | null): number {
  return change === null ? -1 : Math.abs(change.difference);
}
