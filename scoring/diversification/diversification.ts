import { ScoringError } from '../scoringError.js';
import { figureFaultsOf, type FigureFault } from './figureFaults.js';
import { grouped } from './grouped.js';
import { regionEconomyOf, type EconomyFrame, type RegionEconomy } from './regionEconomy.js';
import type { NationalFigure, SectorFigure } from './sectorTable.js';
import { activitiesOf, filledFigures, nationalTotals, type AbsentFigures } from './yearFigures.js';

export interface DiversificationOptions {
  readonly level: EconomyFrame['level'];
  /** Unit of entropies: logarithms to base 2, or natural ones. */
  readonly base: 'bits' | 'nats';
  readonly absent: AbsentFigures;
}

/** A region in a year: its measures, or what keeps them from being computed. */
export type RegionYear = {
  readonly region: string;
  readonly year: number;
  /** How many figures the table leaves out that were taken as 0. */
  readonly zeros: number;
} & (
  | { readonly economy: RegionEconomy; readonly faults: readonly [] }
  | { readonly economy: null; readonly faults: readonly FigureFault[] }
);

export interface Diversification extends DiversificationOptions {
  /** Ascending. */
  readonly years: readonly number[];
  /** In the order of the table. */
  readonly regions: readonly string[];
  /** Every region in every year, by year and then by region. */
  readonly economies: readonly RegionYear[];
  /** Activities without a national total of the year: the sum of the measurable regions stands in. */
  readonly standIns: readonly { readonly year: number; readonly activity: string }[];
}

const CHOICES = { level: ['sector', 'activity'], base: ['bits', 'nats'], absent: ['zero', 'missing'] } as const;
/** Regions by activities: a table may leave out most of them, memory has to hold all. */
const MOST_FIGURES = 1_000_000;
const BASES = { bits: 2, nats: Math.E };

/**
 * Specialisation and variety of the economies of regions, year by year: structural coefficients with their variance
 * (DIV), Herfindahl index, entropy with related and unrelated variety. A region whose figures of a year are incomplete or
 * contradictory is left out of that year with its faults named; the others are computed.
 *
 * @param rows figures ≥ 0 of one unit
 * @param national totals by activity and year in the same unit; sums of regions stand in for those that are not there
 * @throws ScoringError `empty`; `unknown-option` naming the option; `broken-hierarchy` with the activity that stands in two
 * sectors; `out-of-range` where regions by activities are more than a million
 * @source methodology §8 ([T23]); K. Frenken, F. van Oort, T. Verburg, Regional Studies 41 (2007), 685–697
 * @example diversificationFrom(rows, [], { level: 'sector', base: 'bits', absent: 'zero' }).economies[0]?.economy?.variance // 0.5
 */
export function diversificationFrom(
  rows: readonly SectorFigure[],
  national: readonly NationalFigure[],
  options: DiversificationOptions,
): Diversification {
  requireFitting(rows, national, options);
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const regions = [...new Set(rows.map(({ region }) => region))];
  const rowsOf = grouped(rows, ({ year }) => year);
  const nationalOf = grouped(national, ({ year }) => year);
  const measured = years.map((year) => {
    const material = { rows: rowsOf.get(year) ?? [], national: nationalOf.get(year) ?? [], regions, options };
    return { year, ...yearFrom(year, material) };
  });
  return {
    ...options,
    years,
    regions,
    economies: measured.flatMap(({ economies }) => economies),
    standIns: measured.flatMap(({ year, standIns }) => standIns.map((activity) => ({ year, activity }))),
  };
}

function requireFitting(
  rows: readonly SectorFigure[],
  national: readonly NationalFigure[],
  options: DiversificationOptions,
): void {
  if (rows.length === 0) throw new ScoringError('empty', { input: 'rows' });
  for (const input of ['level', 'base', 'absent'] as const) {
    const known: readonly string[] = CHOICES[input];
    if (!known.includes(options[input])) throw new ScoringError('unknown-option', { input });
  }
  const sectors = new Map<string, string>();
  for (const { sector, activity } of [...rows, ...national]) {
    if ((sectors.get(activity) ?? sector) !== sector) throw new ScoringError('broken-hierarchy', { input: activity });
    sectors.set(activity, sector);
  }
  const figures = new Set(rows.map(({ region }) => region)).size * sectors.size;
  if (figures > MOST_FIGURES) throw new ScoringError('out-of-range', { input: 'regions', value: figures, largest: MOST_FIGURES });
}

/** One year of a table. */
interface Material {
  readonly rows: readonly SectorFigure[];
  readonly national: readonly NationalFigure[];
  readonly regions: readonly string[];
  readonly options: DiversificationOptions;
}

function yearFrom(year: number, { rows, national, regions, options }: Material) {
  const activities = activitiesOf([...rows, ...national]);
  const ofRegion = grouped(rows, ({ region }) => region);
  const names = activities.map(({ activity }) => activity);
  const read = regions.map((region) => {
    const own = ofRegion.get(region) ?? [];
    const filled = options.absent === 'zero' ? filledFigures(own, activities) : { figures: own, zeros: 0 };
    return { region, year, ...filled, faults: figureFaultsOf(filled.figures, names, national) };
  });
  const measurable = read.filter(({ faults }) => faults.length === 0).flatMap(({ figures }) => figures);
  const { totals, standIns } = nationalTotals(activities, national, measurable);
  const frame = { level: options.level, base: BASES[options.base], national: totals };
  const economies = read.map(({ figures, faults, ...key }): RegionYear => {
    if (faults.length > 0) return { ...key, economy: null, faults };
    return { ...key, economy: regionEconomyOf(figures, frame), faults: [] };
  });
  return { economies, standIns };
}
