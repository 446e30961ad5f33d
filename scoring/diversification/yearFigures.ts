import { compensatedSum } from '../statistics/compensatedSum.js';
import { grouped } from './grouped.js';
import type { NationalFigure, SectorFigure } from './sectorTable.js';
import type { ActivityFigure } from './variety.js';

/** What a figure that is not in the table means: nothing of the activity, or that nobody knows. */
export type AbsentFigures = 'zero' | 'missing';

type Activity = Pick<ActivityFigure, 'sector' | 'activity'>;

/**
 * The activities of a year, with their sectors: all that any region or the country has a figure of.
 *
 * @returns in the order of the figures, each once
 * @example activitiesOf([{ sector: 'B', activity: 'B06', value: 1 }]) // [{ sector: 'B', activity: 'B06' }]
 */
export function activitiesOf(figures: readonly ActivityFigure[]): Activity[] {
  return [...new Map(figures.map(({ sector, activity }) => [activity, { sector, activity }])).values()];
}

/**
 * The figures of one region with zeros for what the table leaves out.
 *
 * @param own figures of the region in the year
 * @param activities of the year
 * @returns the figures, and how many zeros were put in; a region without any figure stays without
 */
export function filledFigures(
  own: readonly SectorFigure[],
  activities: readonly Activity[],
): { figures: readonly SectorFigure[]; zeros: number } {
  const [first] = own;
  if (first === undefined) return { figures: [], zeros: 0 };
  const known = new Set(own.map(({ activity }) => activity));
  const zeros = activities
    .filter(({ activity }) => !known.has(activity))
    .map((each): SectorFigure => ({ ...each, region: first.region, year: first.year, value: 0 }));
  return { figures: [...own, ...zeros], zeros: zeros.length };
}

/**
 * National totals of a year by activity: given ones, and sums of regions where none is given.
 *
 * @param regional figures of the regions that can be measured
 * @returns totals, and the activities for which the regions stand in
 */
export function nationalTotals(
  activities: readonly Activity[],
  given: readonly NationalFigure[],
  regional: readonly SectorFigure[],
): { totals: ReadonlyMap<string, number>; standIns: readonly string[] } {
  const totals = new Map(given.map(({ activity, value }) => [activity, value]));
  const standIns = activities.map(({ activity }) => activity).filter((activity) => !totals.has(activity));
  const ofActivity = grouped(regional, ({ activity }) => activity);
  for (const activity of standIns) {
    const values = (ofActivity.get(activity) ?? []).map(({ value }) => value);
    totals.set(
      activity,
      compensatedSum(values.length, (at) => values[at] ?? 0),
    );
  }
  return { totals, standIns };
}
