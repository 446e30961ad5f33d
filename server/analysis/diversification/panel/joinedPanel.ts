import type { Diversification, PanelTable, RegionYear } from '../../../../scoring/index.js';

/** Columns that diversification adds to a panel, by the names that presets use. */
const COMPUTED = {
  div: ({ economy }: RegionYear) => economy?.variance,
  related_variety: ({ economy }: RegionYear) => economy?.related,
  unrelated_variety: ({ economy }: RegionYear) => economy?.unrelated,
  herfindahl: ({ economy }: RegionYear) => economy?.herfindahl,
};

export type JoinedPanel = { table: PanelTable } | { refused: 'columns'; columns: string[] } | { refused: 'apart' };

/** The controls of every region and year that could be measured, with its measures before them. */
export function joinedPanelFrom({ economies }: Diversification, controls: PanelTable): JoinedPanel {
  const taken = Object.keys(COMPUTED).filter((name) => Object.hasOwn(controls.columns, name));
  if (taken.length > 0) return { refused: 'columns', columns: taken };
  const measured = new Map(economies.flatMap((each) => (each.economy === null ? [] : [[keyOf(each.region, each.year), each]])));
  const rows = controls.units.flatMap((unit, at) => {
    const own = measured.get(keyOf(unit, controls.years[at] ?? Number.NaN));
    return own === undefined ? [] : [{ own, at }];
  });
  if (rows.length === 0) return { refused: 'apart' };
  const computed = Object.entries(COMPUTED).map(([name, valueOf]): [string, Float64Array] => [
    name,
    Float64Array.from(rows, ({ own }) => valueOf(own) ?? Number.NaN),
  ]);
  const kept = Object.entries(controls.columns).map(([name, values]): [string, Float64Array] => [
    name,
    Float64Array.from(rows, ({ at }) => values[at] ?? Number.NaN),
  ]);
  return {
    table: {
      units: rows.map(({ own }) => own.region),
      years: rows.map(({ own }) => own.year),
      columns: Object.fromEntries([...computed, ...kept]),
    },
  };
}

const keyOf = (unit: string, year: number): string => `${year} ${unit}`;
