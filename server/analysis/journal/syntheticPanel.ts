import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { PanelTable } from '../../../scoring/index.js';

const FIRST_YEAR = 2018;
const YEARS = 5;
/** One whose panel shows the coefficients well: 76 rows of 19 towns can also show them badly. */
const SEED = 20_182_290;
const TOWNS_WITH_RESEARCH = 0.35;
const YEARS_OF_CHANGE = 0.35;

/** What the made-up towns obey: ln y = constant + Σ coefficient·term + level of the town + noise of variance `noise`²·lab. */
export const SYNTHETIC_EQUATION = {
  constant: 9.5,
  man_rate: 0.02,
  inno: -0.4,
  lab: 1.2,
  mig_grw: 0,
  pop_grw: -6,
  /** Standard deviation of the towns' levels. */
  level: 0.5,
  noise: 0.15,
} as const;

type Column = 'y' | 'man' | 'inno' | 'labour_force' | 'population' | 'net_migration';
type Row = Record<Column, number>;

/** A number from 0 to 1, and one around 0 with variance 1. */
interface Chance {
  uniform: () => number;
  normal: () => number;
}

/**
 * A made-up panel of towns with the raw columns of the preset `l24` and known coefficients, the same for the same towns: for
 * trying out what needs a panel. It says nothing about any town.
 */
export function syntheticPanel(townIds: readonly string[]): PanelTable {
  const chance = chanceFrom(SEED);
  const rows = townIds.flatMap((unit) => townRows(chance).map((row, at) => ({ unit, year: FIRST_YEAR + at, row })));
  const column = (name: Column): Float64Array => Float64Array.from(rows, ({ row }) => row[name]);
  return {
    units: rows.map(({ unit }) => unit),
    years: rows.map(({ year }) => year),
    columns: {
      y: column('y'),
      man: column('man'),
      inno: column('inno'),
      labour_force: column('labour_force'),
      population: column('population'),
      net_migration: column('net_migration'),
    },
  };
}

function townRows(chance: Chance): Row[] {
  const usualShare = 5 + 85 * chance.uniform();
  const usualLab = 0.42 + 0.2 * chance.uniform();
  const level = SYNTHETIC_EQUATION.level * chance.normal();
  let inno = chance.uniform() < TOWNS_WITH_RESEARCH ? 1 + Math.floor(3 * chance.uniform()) : 0;
  let before = Math.round(18_000 * Math.exp(2 * chance.uniform()));
  return Array.from({ length: YEARS }, () => {
    const population = Math.round(before * (1 - 0.004 + 0.03 * chance.normal()));
    const growth = population / before - 1;
    before = population;
    if (inno > 0 && chance.uniform() < YEARS_OF_CHANGE) inno += chance.uniform() < 0.5 ? 1 : -1;
    const share = Math.min(98, Math.max(1, usualShare * (1 + 0.08 * chance.normal())));
    const labour_force = Math.round(population * (usualLab + 0.03 * chance.normal()));
    const y = tenths(Math.exp(level) * outputOf({ share, inno, lab: labour_force / population, growth }, chance));
    const balance = Math.round(population * (-0.006 + 0.008 * chance.normal()));
    return { y, man: tenths((y * share) / 100), inno, labour_force, population, net_migration: balance === 0 ? -1 : balance };
  });
}

function outputOf({ share, inno, lab, growth }: Record<'share' | 'inno' | 'lab' | 'growth', number>, chance: Chance): number {
  const { constant, noise, man_rate, inno: research, lab: labour, pop_grw } = SYNTHETIC_EQUATION;
  const mean = constant + man_rate * share + research * inno + labour * lab + pop_grw * growth;
  return Math.exp(mean + noise * Math.sqrt(lab) * chance.normal());
}

/** Box and Muller's normal numbers over a generator with a seed. */
function chanceFrom(seed: number): Chance {
  const random = xoroshiro128plus(seed);
  const uniform = (): number => uniformFloat64(random);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
