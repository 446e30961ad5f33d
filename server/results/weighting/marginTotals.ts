import { marginName, type Margin } from './weighting.js';
import type { MarginFault } from './marginFault.js';

/** Shares may miss 100 per cent, and totals of margins each other, by this much (methodology §2.4). */
const TOLERANCE = 0.005;
const PERCENT = 100;

/** Totals of a margin that are not those of one population; `others` are the margins that it stands beside. */
export function totalFaultsOf(margin: Margin, others: readonly Margin[]): Pick<MarginFault, 'code' | 'values'>[] {
  const total = totalOf(margin);
  if (margin.unit === 'percent')
    return Math.abs(total - PERCENT) > TOLERANCE * PERCENT ? [{ code: 'percent_total', values: { total } }] : [];
  const differing = others
    .filter(({ unit }) => unit === 'count')
    .find((other) => Math.abs(total - totalOf(other)) > TOLERANCE * Math.max(total, totalOf(other)));
  if (!differing) return [];
  return [{ code: 'totals_differ', values: { total, other: totalOf(differing), margin: marginName(differing.variables) } }];
}

export function totalOf({ categories }: Margin): number {
  return categories.reduce((sum, { value }) => sum + value, 0);
}
