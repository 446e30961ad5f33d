import type { Diversification, RegionEconomy, RegionYear } from '../../../scoring/index.js';

/** What regions can be ranked by, in the order of the tables. */
export const MEASURES = ['variance', 'herfindahl', 'equivalentNumber', 'entropy', 'unrelated', 'related'] as const;
export type Measure = (typeof MEASURES)[number] & keyof RegionEconomy;

/** The measure of a region in a year; null where it does not exist. */
export function measureOf({ economy }: RegionYear, measure: Measure): number | null {
  return economy?.[measure] ?? null;
}

export function economiesOfYear({ economies }: Diversification, year: number): RegionYear[] {
  return economies.filter((each) => each.year === year);
}

/** A measure of one region, year by year. */
export function seriesOf({ economies }: Diversification, region: string, measure: Measure) {
  return economies.filter((each) => each.region === region).map((each) => ({ year: each.year, value: measureOf(each, measure) }));
}
