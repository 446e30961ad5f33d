import type { ScenarioIndicator, ScenarioLevel } from '../../survey-definitions/contract/index.js';
import { inputGiving, reaches, type AlongInput } from './inputGiving.js';
import { levelOf } from './levelOf.js';

/** A value of an input at which an indicator goes over into another band. */
export interface BandThreshold {
  readonly indicator: string;
  /** Value of the input. */
  readonly at: number;
  /** Whether the other band begins only beyond this value and not at it. */
  readonly isBeyond: boolean;
  /** Which way the input moves to get there. */
  readonly way: 'down' | 'up';
  /** The band on the other side, seen from where the town stands. */
  readonly level: ScenarioLevel;
}

/**
 * Where bands change along one input, the other inputs staying as they are.
 *
 * @param along the input, and where the town stands
 * @source methodology §6
 * @example bandThresholds(balkhashAlong('enterprise_output')) // at 44.87 low, at 179.5 high
 */
export function bandThresholds(along: AlongInput): BandThreshold[] {
  return along.method.indicators.flatMap((indicator) => {
    const value = along.values.get(indicator.id);
    if (value === undefined || !reaches(along.method, along.input, indicator.id)) return [];
    const here = indicator.bands.findIndex(({ level }) => level === levelOf(indicator.bands, value));
    return indicator.bands.slice(1).flatMap((band, place): BandThreshold[] => {
      const [at, above] = [band.from, band.from + 1].map((target) => inputGiving(along, indicator, target));
      if (at == null || above == null) return [];
      const isAbove = place + 1 > here;
      const level = isAbove ? band.level : (indicator.bands[place] ?? band).level;
      const way = isAbove === above > at ? 'up' : 'down';
      return [{ indicator: indicator.id, level, at, way, isBeyond: isAbove !== band.includesFrom }];
    });
  });
}

/** The values of an input within its limits for which every indicator has a value: roots of negative sums have none. */
export function rangeOf(along: AlongInput): { lower: number; upper: number } {
  const { method, input } = along;
  const limits = method.inputs.find(({ id }) => id === input);
  const ends = method.indicators
    .filter(({ id, formula }) => formula.kind !== 'mean' && along.values.has(id) && reaches(method, input, id))
    .flatMap((indicator) => endOf(along, indicator));
  return {
    lower: Math.max(limits?.minimum ?? -Infinity, ...ends.map(({ lower }) => lower)),
    upper: Math.min(limits?.maximum ?? Infinity, ...ends.map(({ upper }) => upper)),
  };
}

function endOf(along: AlongInput, indicator: ScenarioIndicator): { lower: number; upper: number }[] {
  if (indicator.formula.kind === 'complement') return [];
  const [end, inside] = [0, 1].map((value) => inputGiving(along, indicator, value)) as [number | null, number | null];
  if (end === null || inside === null) return [];
  return [inside > end ? { lower: end, upper: Infinity } : { lower: -Infinity, upper: end }];
}
