import type { TableWarning } from './remark.js';
import type { SectorRow } from './sectorTableOf.js';

/** Figures are rounded in print: so far the sum of regions may exceed the country's total. */
const ROUNDING = 1e-6;

/** Activities without a total of the country, by year; and totals that are smaller than their regions together. */
export function sectorWarningsOf({
  regions,
  national,
}: {
  regions: readonly SectorRow[];
  national: readonly SectorRow[];
}): TableWarning[] {
  const totals = new Map(national.map(({ year, activity, value }) => [keyOf(year, activity), value]));
  const sums = new Map<string, { year: number; activity: string; sum: number }>();
  for (const { year, activity, value } of regions) {
    const sum = (sums.get(keyOf(year, activity))?.sum ?? 0) + value;
    sums.set(keyOf(year, activity), { year, activity, sum });
  }
  const without = new Map<number, string[]>();
  const tooSmall: TableWarning[] = [];
  for (const [key, { year, activity, sum }] of sums) {
    const total = totals.get(key);
    if (total === undefined) without.set(year, [...(without.get(year) ?? []), activity]);
    else if (sum > total * (1 + ROUNDING))
      tooSmall.push({ code: 'nationalBelowSum', values: { activity, year: String(year), total, sum } });
  }
  const missing = [...without].map(([year, activities]): TableWarning => ({
    code: 'noNational',
    values: { year: String(year), activities: activities.join(', ') },
  }));
  return [...missing, ...tooSmall];
}

function keyOf(year: number, activity: string): string {
  return `${year} ${activity}`;
}
