import type { ActivityFigure } from './variety.js';

/** What a region has of one activity in a year: gross regional product, output or employment; NaN is a missing figure. */
export interface SectorFigure extends ActivityFigure {
  readonly region: string;
  readonly year: number;
}

/** What the country has of an activity in a year, in the unit of the regions. */
export interface NationalFigure extends ActivityFigure {
  readonly year: number;
}
