import { compensatedSum } from '../statistics/compensatedSum.js';
import { grouped } from './grouped.js';
import { herfindahl } from './herfindahl.js';
import { locationQuotients } from './locationQuotients.js';
import type { SectorFigure } from './sectorTable.js';
import { sharesOf } from './shares.js';
import { structuralVariance } from './structuralVariance.js';
import { varietyFrom } from './variety.js';

/** What a region is compared with and how, in one year. */
export interface EconomyFrame {
  /** Whether sectors are compared, or the activities of which they are made. */
  readonly level: 'sector' | 'activity';
  /** Of the logarithm: 2 for bits, e for nats. */
  readonly base: number;
  /** National totals by activity, ≥ 0. */
  readonly national: ReadonlyMap<string, number>;
}

/** One sector, or one activity, of a region beside the country. */
export interface StructuralCoefficient {
  readonly sector: string;
  /** Null where sectors are compared. */
  readonly activity: string | null;
  readonly value: number;
  /** In the region, 0–1. */
  readonly share: number;
  /** In the country, 0–1. */
  readonly nationalShare: number;
  /** Share by national share; above 1 the region is specialised in it; null where the country has nothing of it. */
  readonly quotient: number | null;
}

/** How specialised and how various the economy of a region is in a year. */
export interface RegionEconomy {
  readonly total: number;
  readonly structure: readonly StructuralCoefficient[];
  /** DIV; null where fewer than two coefficients exist. */
  readonly variance: number | null;
  /** Of the level that is compared. */
  readonly herfindahl: number;
  /** (H − 1/n)/(1 − 1/n); null for a single part. */
  readonly normalisedHerfindahl: number | null;
  /** 1/H: so many sectors (activities) of equal size are as concentrated. */
  readonly equivalentNumber: number;
  /** Of the activities, on either level: related + unrelated. */
  readonly entropy: number;
  readonly unrelated: number;
  readonly related: number;
}

/**
 * Measures of one region's economy in one year.
 *
 * @param figures of every activity once, ≥ 0, with a sum above 0
 * @throws ScoringError as `locationQuotients` and `varietyFrom`
 * @source methodology §8; K. Frenken, F. van Oort, T. Verburg, Regional Studies 41 (2007), 685–697
 * @example regionEconomyOf([{ region: 'r', year: 2022, sector: 'B', activity: 'B06', value: 1 }], frame).equivalentNumber // 1
 */
export function regionEconomyOf(figures: readonly SectorFigure[], { level, base, national }: EconomyFrame): RegionEconomy {
  const parts = partsOf(figures, level, national);
  const shares = sharesOf(
    parts.map(({ value }) => value),
    'region',
  );
  const whole = parts.map((part) => part.national);
  const nationalShares = sharesOf(whole, 'reference');
  const quotients = locationQuotients([parts.map(({ value }) => value)], whole)[0] ?? [];
  const concentration = herfindahl(shares);
  const n = parts.length;
  const { total, entropy, unrelated, related } = varietyFrom(figures, base);
  return {
    total,
    structure: parts.map(({ sector, activity, value }, at) => ({
      sector,
      activity,
      value,
      share: shares[at] ?? 0,
      nationalShare: nationalShares[at] ?? 0,
      quotient: quotients[at] ?? null,
    })),
    variance: structuralVariance(quotients),
    herfindahl: concentration,
    normalisedHerfindahl: n === 1 ? null : (concentration - 1 / n) / (1 - 1 / n),
    equivalentNumber: 1 / concentration,
    entropy,
    unrelated,
    related,
  };
}

interface Part {
  readonly sector: string;
  readonly activity: string | null;
  readonly value: number;
  readonly national: number;
}

function partsOf(figures: readonly SectorFigure[], level: EconomyFrame['level'], national: EconomyFrame['national']): Part[] {
  const activities = figures.map(({ sector, activity, value }) => {
    return { sector, activity, value, national: national.get(activity) ?? 0 };
  });
  if (level === 'activity') return activities;
  return [...grouped(activities, ({ sector }) => sector)].map(([sector, inside]) => {
    const sumOf = (key: 'value' | 'national') => compensatedSum(inside.length, (at) => inside[at]?.[key] ?? 0);
    return { sector, activity: null, value: sumOf('value'), national: sumOf('national') };
  });
}
