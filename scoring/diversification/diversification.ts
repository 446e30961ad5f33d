import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { figureFaultsOf, type FigureFault } from './figureFaults.js';
import { regionEconomyOf, type EconomyFrame, type RegionEconomy } from './regionEconomy.js';
import type { NationalFigure, SectorFigure } from './sectorTable.js';

export interface DiversificationOptions {
  readonly level: EconomyFrame['level'];
  readonly base: 'bits' | 'nats';
}

/** A region in a year: its measures, or what keeps them from being computed. */
export type RegionYear = { readonly region: string; readonly year: number } & (
  | { readonly economy: RegionEconomy; readonly faults: readonly [] }
  | { readonly economy: null; readonly faults: readonly FigureFault[] }
);

export interface Diversification extends DiversificationOptions {
  /** What regions are compared with: given national totals, or the sum of the measurable regions. */
  readonly reference: 'national' | 'regions';
  /** Ascending. */
  readonly years: readonly number[];
  /** In the order of the table. */
  readonly regions: readonly string[];
  /** Every region in every year, by year and then by region. */
  readonly economies: readonly RegionYear[];
}

const BASES = { bits: 2, nats: Math.E };

/**
 * Specialisation and variety of the economies of regions, year by year: structural coefficients with their variance
 * (DIV), Herfindahl index, entropy with related and unrelated variety. A region whose figures of a year are incomplete or
 * contradictory is left out of that year with its faults named; the others are computed. Without national totals the
 * country is the sum of the regions that can be measured in the year.
 *
 * @param rows figures ≥ 0 of one unit; what a region does not have is 0, never left out
 * @param national totals by activity and year in the same unit, empty where there are none
 * @throws ScoringError `empty`; `unknown-option`; `broken-hierarchy` with the activity that stands in two sectors
 * @source methodology §8 ([T23]); K. Frenken, F. van Oort, T. Verburg, Regional Studies 41 (2007), 685–697
 * @example diversificationFrom(rows, [], { level: 'sector', base: 'bits' }).economies[0]?.economy?.variance // 0.5
 */
export function diversificationFrom(
  rows: readonly SectorFigure[],
  national: readonly NationalFigure[],
  options: DiversificationOptions,
): Diversification {
  requireFitting(rows, options);
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const regions = [...new Set(rows.map(({ region }) => region))];
  return {
    ...options,
    reference: national.length > 0 ? 'national' : 'regions',
    years,
    regions,
    economies: years.flatMap((year) => economiesOf(year, regions, { rows, national, options })),
  };
}

function requireFitting(rows: readonly SectorFigure[], { level, base }: DiversificationOptions): void {
  if (rows.length === 0) throw new ScoringError('empty', { input: 'rows' });
  if (!['sector', 'activity'].includes(level)) throw new ScoringError('unknown-option', { input: 'level' });
  if (!Object.hasOwn(BASES, base)) throw new ScoringError('unknown-option', { input: 'base' });
  const sectors = new Map<string, string>();
  for (const { sector, activity } of rows) {
    if ((sectors.get(activity) ?? sector) !== sector) throw new ScoringError('broken-hierarchy', { input: activity });
    sectors.set(activity, sector);
  }
}

interface Material {
  readonly rows: readonly SectorFigure[];
  readonly national: readonly NationalFigure[];
  readonly options: DiversificationOptions;
}

function economiesOf(year: number, regions: readonly string[], { rows, national, options }: Material): RegionYear[] {
  const ofYear = rows.filter((row) => row.year === year);
  const activities = [...new Set(ofYear.map(({ activity }) => activity))];
  const given = national.length === 0 ? null : totalsOf(national.filter((figure) => figure.year === year));
  const regionsOfYear = regions.map((region) => {
    const figures = ofYear.filter((row) => row.region === region);
    return { region, figures, faults: figureFaultsOf(figures, activities, given) };
  });
  const measurable = regionsOfYear.filter(({ faults }) => faults.length === 0).flatMap(({ figures }) => figures);
  const frame = { level: options.level, base: BASES[options.base], national: given ?? sumsOf(measurable, activities) };
  return regionsOfYear.map(({ region, figures, faults }): RegionYear => {
    if (faults.length > 0) return { region, year, economy: null, faults };
    return { region, year, economy: regionEconomyOf(figures, frame), faults: [] };
  });
}

function totalsOf(figures: readonly NationalFigure[]): Map<string, number> {
  return new Map(figures.map(({ activity, value }) => [activity, value]));
}

function sumsOf(rows: readonly SectorFigure[], activities: readonly string[]): Map<string, number> {
  return new Map(
    activities.map((activity) => {
      const values = rows.filter((row) => row.activity === activity).map(({ value }) => value);
      return [activity, compensatedSum(values.length, (at) => values[at] ?? 0)];
    }),
  );
}
