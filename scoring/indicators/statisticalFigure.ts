import { ScoringError } from '../scoringError.js';
import type { Observation, ObservationSeries, ObservationWindow, YearFigure } from './observation.js';
import type { StatisticalFormula } from './statisticalFormulas.js';

/** A change on a base smaller than this is flagged: a few persons more or less move it by many per cent. */
const SMALL_BASE = 20;

/** Why a statistical figure has no value, with what would have to be entered. */
export type UndefinedFigure =
  | { readonly state: 'undefined'; readonly reason: 'missing-input'; readonly inputs: readonly string[] }
  /** Every input exists in the window of years, but never all in the same year. */
  | { readonly state: 'undefined'; readonly reason: 'no-common-year'; readonly inputs: readonly string[] }
  /** The earlier year of a change is not there. */
  | { readonly state: 'undefined'; readonly reason: 'missing-year'; readonly inputs: readonly string[]; readonly year: number }
  /** The base or denominator is 0. */
  | { readonly state: 'undefined'; readonly reason: 'zero-base'; readonly year: number }
  /** A survey estimate that is hidden or could not be made. */
  | { readonly state: 'undefined'; readonly reason: 'suppressed' | 'too-few-answers' };

/** A statistical figure of year t, or why it has none. */
export type StatisticalFigure =
  | {
      readonly state: 'defined';
      readonly value: number;
      /** Year t of the inputs. */
      readonly year: number;
      readonly observations: readonly Observation[];
      /** A change on a base under 20. */
      readonly smallBase: boolean;
    }
  | UndefinedFigure;

/**
 * A figure from official statistics by its formula. All inputs come from the same year t, the newest in the window
 * for which they all exist; for a change t is the newest year of its input and t − lag must exist exactly.
 *
 * @param formula inputs by name
 * @param series observations of one town
 * @param window score year Y and the greatest age of an observation in years
 * @returns the value in the unit of the formula (per cent for a change), its year and the observations used
 * @source methodology §3.11, questionnaires §8.3
 * @example statisticalFigureFrom({ kind: 'change', input: 'degree_holders', lagYears: 5 }, zhezkazgan, { referenceYear: 2019, maxAgeYears: 2 }) // value −41.860465…
 */
export function statisticalFigureFrom(
  formula: StatisticalFormula,
  series: ObservationSeries,
  window: ObservationWindow,
): StatisticalFigure {
  return formula.kind === 'quotient' ? quotientFrom(formula, series, window) : comparisonInTimeFrom(formula, series, window);
}

function quotientFrom(
  { numerator, denominator, factor }: Extract<StatisticalFormula, { kind: 'quotient' }>,
  series: ObservationSeries,
  window: ObservationWindow,
): StatisticalFigure {
  const inputs = denominator === undefined ? [numerator] : [numerator, denominator];
  const year = series.newestYear(inputs, window);
  const [above, below = ONE] = year === undefined ? [] : inputs.map((input) => series.at(input, year));
  if (year === undefined || !above) return withoutYear(inputs, series, window);
  if (below.value === 0) return { state: 'undefined', reason: 'zero-base', year };
  const observations = [...above.observations, ...below.observations];
  return {
    state: 'defined',
    value: finite((factor * above.value) / below.value, inputs, year),
    year,
    observations,
    smallBase: false,
  };
}

/** The denominator of a figure that has none. */
const ONE: YearFigure = { value: 1, observations: [] };

function comparisonInTimeFrom(
  { kind, input, lagYears }: Exclude<StatisticalFormula, { kind: 'quotient' }>,
  series: ObservationSeries,
  window: ObservationWindow,
): StatisticalFigure {
  const year = series.newestYear([input], window);
  const now = year === undefined ? undefined : series.at(input, year);
  if (year === undefined || !now) return withoutYear([input], series, window);
  const earlierYear = year - lagYears;
  const earlier = series.at(input, earlierYear);
  if (!earlier)
    return { state: 'undefined', reason: 'missing-year', inputs: series.missingAt(input, earlierYear), year: earlierYear };
  const base = kind === 'change' ? { ...earlier, year: earlierYear } : { ...now, year };
  if (base.value === 0) return { state: 'undefined', reason: 'zero-base', year: base.year };
  return {
    state: 'defined',
    value: finite(
      kind === 'change' ? (100 * (now.value - earlier.value)) / earlier.value : earlier.value / now.value,
      [input],
      year,
    ),
    year,
    observations: [...now.observations, ...earlier.observations],
    smallBase: earlier.value < SMALL_BASE,
  };
}

function withoutYear(inputs: readonly string[], series: ObservationSeries, window: ObservationWindow): UndefinedFigure {
  const missing = inputs.flatMap((input) => series.missingIn(input, window));
  return missing.length > 0
    ? { state: 'undefined', reason: 'missing-input', inputs: missing }
    : { state: 'undefined', reason: 'no-common-year', inputs };
}

/** Inputs so large or so near 0 that no number is left of their figure are a slip of the pen. */
function finite(value: number, inputs: readonly string[], year: number): number {
  if (!Number.isFinite(value)) throw new ScoringError('not-finite', { inputs, year });
  return value;
}
