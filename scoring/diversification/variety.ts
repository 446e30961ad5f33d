import { compensatedSum } from '../statistics/compensatedSum.js';
import { entropy } from './entropy.js';
import { grouped } from './grouped.js';
import { herfindahl } from './herfindahl.js';
import { sharesOf } from './shares.js';

/** What a region has of one narrow activity, which belongs to one broad sector. */
export interface ActivityFigure {
  readonly sector: string;
  readonly activity: string;
  /** Employment or output, ≥ 0. */
  readonly value: number;
}

/** How various the economy of a region is. Entropies in units of the logarithm's base. */
export interface Variety {
  readonly total: number;
  /** Entropy of the activities: related + unrelated. */
  readonly entropy: number;
  /** Entropy between the sectors. */
  readonly unrelated: number;
  /** Entropy inside the sectors, weighted by their shares. */
  readonly related: number;
  readonly herfindahl: number;
  readonly sectorHerfindahl: number;
  /** (H − 1/n)/(1 − 1/n) over all n activities, also those of value 0; null for a single one. */
  readonly normalisedHerfindahl: number | null;
  /** 1/H: so many activities of equal size are as concentrated. */
  readonly equivalentNumber: number;
  /** 1 − H. */
  readonly simpson: number;
  /** Entropy by its largest value for the activities present; null where only one is. */
  readonly evenness: number | null;
  /** Activities with a value above 0. */
  readonly present: number;
}

/**
 * Variety of a region's economy: entropy split into unrelated variety (between sectors) and related variety (inside
 * them, Σ P·H), and the Herfindahl index with what is derived from it.
 *
 * @param figures every activity of the classification once, also with 0; activity names are unique
 * @param base of the logarithm: 2 (bits) unless told, e for nats
 * @throws ScoringError `empty`, `not-finite`, `out-of-range` (below 0), `not-positive` where the total is 0
 * @source K. Frenken, F. van Oort, T. Verburg, Regional Studies 41 (2007), 685–697; methodology §8
 * @example varietyFrom([{ sector: '10', activity: '1011', value: 1 }, { sector: '10', activity: '1012', value: 1 }]).related // 1
 */
export function varietyFrom(figures: readonly ActivityFigure[], base = 2): Variety {
  const values = figures.map(({ value }) => value);
  const shares = sharesOf(values, 'activities');
  const sectors = sectorsOf(figures);
  const sectorShares = sharesOf(sectors.map(sumOf), 'sectors');
  const insides = sectors.map((inside) => (sumOf(inside) === 0 ? 0 : entropy(sharesOf(inside, 'sector'), base)));
  const all = entropy(shares, base);
  const concentration = herfindahl(shares);
  const n = shares.length;
  const present = values.filter((value) => value > 0).length;
  return {
    total: sumOf(values),
    entropy: all,
    unrelated: entropy(sectorShares, base),
    related: compensatedSum(insides.length, (at) => (sectorShares[at] ?? 0) * (insides[at] ?? 0)),
    herfindahl: concentration,
    sectorHerfindahl: herfindahl(sectorShares),
    normalisedHerfindahl: n === 1 ? null : (concentration - 1 / n) / (1 - 1 / n),
    equivalentNumber: 1 / concentration,
    simpson: 1 - concentration,
    evenness: present === 1 ? null : all / (Math.log(present) / Math.log(base)),
    present,
  };
}

function sectorsOf(figures: readonly ActivityFigure[]): number[][] {
  return [...grouped(figures, ({ sector }) => sector).values()].map((inside) => inside.map(({ value }) => value));
}

function sumOf(values: readonly number[]): number {
  return compensatedSum(values.length, (at) => values[at] ?? 0);
}
