import { compensatedSum } from '../statistics/compensatedSum.js';
import { grouped } from './grouped.js';
import type { NationalFigure, SectorFigure } from './sectorTable.js';

/** Why the economy of a region in a year cannot be measured. */
export type FigureFaultCode =
  /** The region has no figure for an activity that others or the country have in this year. */
  | 'missing-figure'
  | 'repeated-figure'
  | 'negative-figure'
  | 'infinite-figure'
  /** The region has no figures, or all of them are 0. */
  | 'empty-region'
  /** The national total is given, and is no number. */
  | 'unknown-national'
  | 'negative-national'
  /** The region has an activity whose national total is 0. */
  | 'zero-national';

export interface FigureFault {
  readonly code: FigureFaultCode;
  /** Null where the fault is one of all activities together. */
  readonly activity: string | null;
}

/**
 * What is wrong with the figures of one region in one year, all of it.
 *
 * @param figures of the region and year
 * @param activities of the year: everything that any region or the country has a figure of
 * @param national totals of the year, as far as they are given
 * @returns faults in the order of the activities; none where the economy can be measured
 * @example figureFaultsOf([{ region: 'r', year: 2022, sector: 'B', activity: 'oil', value: -1 }], ['oil'], []) // [{ code: 'negative-figure', activity: 'oil' }]
 */
export function figureFaultsOf(
  figures: readonly SectorFigure[],
  activities: readonly string[],
  national: readonly NationalFigure[],
): FigureFault[] {
  if (figures.length === 0) return [{ code: 'empty-region', activity: null }];
  const totals = new Map(national.map(({ activity, value }) => [activity, value]));
  const ofActivity = grouped(figures, ({ activity }) => activity);
  const faults = activities.flatMap((activity): FigureFault[] => {
    const own = ofActivity.get(activity) ?? [];
    const code = ownFault(own) ?? nationalFault(own, totals.get(activity));
    return code === null ? [] : [{ code, activity }];
  });
  return faults.length > 0 ? faults : wholeFaults(figures);
}

function ownFault(own: readonly SectorFigure[]): FigureFaultCode | null {
  const [figure, second] = own;
  if (figure === undefined || Number.isNaN(figure.value)) return 'missing-figure';
  if (second !== undefined) return 'repeated-figure';
  if (!Number.isFinite(figure.value)) return 'infinite-figure';
  return figure.value < 0 ? 'negative-figure' : null;
}

function nationalFault(own: readonly SectorFigure[], national: number | undefined): FigureFaultCode | null {
  if (national === undefined) return null;
  if (!Number.isFinite(national)) return 'unknown-national';
  if (national < 0) return 'negative-national';
  return national === 0 && own.some(({ value }) => value > 0) ? 'zero-national' : null;
}

function wholeFaults(figures: readonly SectorFigure[]): FigureFault[] {
  const total = compensatedSum(figures.length, (at) => figures[at]?.value ?? 0);
  if (total === 0) return [{ code: 'empty-region', activity: null }];
  return Number.isFinite(total) ? [] : [{ code: 'infinite-figure', activity: null }];
}
