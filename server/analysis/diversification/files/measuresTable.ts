import type { Diversification, RegionEconomy } from '../../../../scoring/index.js';
import type { Cell, Table } from '../../../csv/index.js';

interface FileFrame {
  economy: Diversification;
  /** A program reads ids, a person names. */
  regionOf: (id: string) => string;
  synthetic: boolean;
}

const COLUMNS: readonly [heading: string, valueOf: (economy: RegionEconomy) => number | null][] = [
  ['total', ({ total }) => total],
  ['div', ({ variance }) => variance],
  ['herfindahl', ({ herfindahl }) => herfindahl],
  ['herfindahl_normalised', ({ normalisedHerfindahl }) => normalisedHerfindahl],
  ['equivalent_number', ({ equivalentNumber }) => equivalentNumber],
  ['entropy', ({ entropy }) => entropy],
  ['unrelated_variety', ({ unrelated }) => unrelated],
  ['related_variety', ({ related }) => related],
];

/** Every region in every year; one that could not be computed says why in `faults`. */
export function measuresTableFrom({ economy, regionOf, synthetic }: FileFrame): Table {
  const { level, base } = economy;
  return {
    columns: ['region', 'year', 'level', 'entropy_unit', ...COLUMNS.map(([heading]) => heading), 'zeros', 'faults', 'synthetic'],
    rows: economy.economies.map((each): Cell[] => [
      regionOf(each.region),
      each.year,
      level,
      base,
      ...COLUMNS.map(([, valueOf]) => (each.economy === null ? null : valueOf(each.economy))),
      each.zeros,
      each.faults.map(({ code, activity }) => (activity === null ? code : `${code}: ${activity}`)).join('; '),
      synthetic ? 'yes' : 'no',
    ]),
  };
}

/** Every structural coefficient that could be computed. */
export function coefficientsTableFrom({ economy, regionOf, synthetic }: FileFrame): Table {
  return {
    columns: ['region', 'year', 'level', 'sector', 'activity', 'value', 'share', 'national_share', 'coefficient', 'synthetic'],
    rows: economy.economies.flatMap(({ region, year, economy: measured }) =>
      (measured?.structure ?? []).map((part): Cell[] => [
        regionOf(region),
        year,
        economy.level,
        part.sector,
        part.activity,
        part.value,
        part.share,
        part.nationalShare,
        part.quotient,
        synthetic ? 'yes' : 'no',
      ]),
    ),
  };
}
