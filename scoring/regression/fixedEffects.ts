import type { PanelModel } from './panelModel.js';

/** Estimated effects by the name of the unit or period. */
export interface FixedEffects {
  /** Levels of the units; in a two-way model in the first period. Absent in a model of time effects only. */
  individuals?: Record<string, number>;
  /** Levels of the periods; in a two-way model differences from the first period. Absent in a model of individual effects only. */
  periods?: Record<string, number>;
}

/**
 * Fixed effects of a panel regression as levels: group mean of the response minus slopes times group means. In a
 * two-way model level and difference are identified by setting the first period (in order of number or name) to 0;
 * units and periods that no chain of rows connects with it have none.
 *
 * @param model a fitted panel
 * @returns effects in the unit of the response
 * @source B. H. Baltagi, Econometric Analysis of Panel Data, Wiley (2005), §2.2, §3.2; R package plm, `fixef`
 * @example fixedEffectsOf(panelModelFrom(specification)).individuals
 */
export function fixedEffectsOf(model: PanelModel): FixedEffects {
  const { individuals, periods } = model;
  const sums = effectSums(model);
  if (model.specification.effect === 'individual' || !periods) return { individuals: levels(sums, individuals) };
  if (model.specification.effect === 'time') return { periods: levels(sums, periods) };
  return twoWayEffects(sums, individuals, periods);
}

/** The sum of the effects of each row: y − Xb less the within residual. */
function effectSums({ design, fit }: PanelModel): Float64Array {
  return design.response.high.map((value, row) =>
    design.columns.reduce(
      (left, { high }, at) => left - (fit.coefficients[at] ?? 0) * (high[row] ?? 0),
      value - (fit.residuals[row] ?? 0),
    ),
  );
}

function levels(sums: Float64Array, { names, numbers, sizes }: PanelModel['individuals']): Record<string, number> {
  const means = new Float64Array(names.length);
  numbers.forEach((group, row) => {
    means[group] = (means[group] ?? 0) + (sums[row] ?? 0) / (sizes[group] ?? 1);
  });
  return named(names, means);
}

function twoWayEffects(
  sums: Float64Array,
  individuals: PanelModel['individuals'],
  periods: PanelModel['individuals'],
): FixedEffects {
  const units = new Float64Array(individuals.names.length).fill(Number.NaN);
  const times = new Float64Array(periods.names.length).fill(Number.NaN);
  times[periods.names.indexOf(periods.names.toSorted(byNumberOrName)[0] ?? '')] = 0;
  for (let found = true; found;) {
    found = false;
    sums.forEach((sum, row) => {
      const unit = individuals.numbers[row] ?? 0;
      const time = periods.numbers[row] ?? 0;
      const known = [units[unit], times[time]].map((value) => !Number.isNaN(value));
      if (known[0] === known[1]) return;
      found = true;
      if (known[0]) times[time] = sum - (units[unit] ?? 0);
      else units[unit] = sum - (times[time] ?? 0);
    });
  }
  return { individuals: named(individuals.names, units), periods: named(periods.names, times) };
}

function byNumberOrName(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference)) return difference;
  return a < b ? -1 : 1;
}

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  const effects = names.map((name, at): [string, number] => [name, values[at] ?? 0]);
  return Object.fromEntries(effects.filter(([, value]) => !Number.isNaN(value)));
}
