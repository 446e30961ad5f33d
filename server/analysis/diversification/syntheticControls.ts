import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { diversificationFrom, type PanelTable } from '../../../scoring/index.js';
import { NATIONAL, type SectorRow } from '../datasets/sectorTableOf.js';

const SEED = 3645;
/** What the made-up resilience owes to unrelated variety, in log points per bit: a regression finds it again. */
const EFFECT = 0.8;
const COLUMNS = ['resilience', 'market', 'fdi', 'pop', 'gp', 'z'] as const;

/**
 * Controls that nobody measured, for the regressions of resilience: drawn at random from a fixed seed, resilience built
 * so that it rises with the unrelated variety of the synthetic table.
 */
export function syntheticControls(sectors: readonly SectorRow[]): PanelTable {
  const random = xoroshiro128plus(SEED);
  /** From −0.5 to 0.5. */
  const draw = (): number => uniformInt(random, -500_000, 500_000) / 1_000_000;
  const regional = sectors.filter(({ region }) => region !== NATIONAL);
  const national = sectors.filter(({ region }) => region === NATIONAL);
  const { economies, regions, years } = diversificationFrom(regional, national, {
    level: 'sector',
    base: 'bits',
    absent: 'zero',
  });
  const rows = regions.flatMap((region) => {
    const own = { resilience: draw(), market: 5 + 2 * draw(), fdi: 3 + 2 * draw(), pop: 6.5 + draw() };
    return years.map((year, at) => {
      const unrelated = economies.find((each) => each.region === region && each.year === year)?.economy?.unrelated ?? 0;
      const lnMarket = own.market + 0.05 * at + 0.1 * draw();
      return {
        region,
        year,
        resilience: Math.exp(own.resilience + EFFECT * unrelated - 0.2 * lnMarket + 0.08 * draw()),
        market: Math.exp(lnMarket),
        fdi: Math.exp(own.fdi + 0.8 * draw()),
        pop: Math.round(1000 * Math.exp(own.pop + 0.01 * at + 0.02 * draw())),
        gp: 0.04 + 0.06 * draw(),
        z: 1 + draw(),
      };
    });
  });
  return {
    units: rows.map(({ region }) => region),
    years: rows.map(({ year }) => year),
    columns: Object.fromEntries(
      COLUMNS.map((name) => [name, Float64Array.from(rows, (row) => Number(row[name].toPrecision(6)))]),
    ),
  };
}
