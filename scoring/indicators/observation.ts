import { ScoringError } from '../scoringError.js';

/** One official figure of a town and year, as entered. Whatever else the caller keeps with it travels along untouched. */
export interface Observation {
  readonly id: string;
  /** Raw input, for example `researchers` (questionnaires §8.2). */
  readonly input: string;
  readonly year: number;
  readonly value: number;
}

/** The years whose observations may serve the score of a year. */
export interface ObservationWindow {
  readonly referenceYear: number;
  readonly maxAgeYears: number;
}

/**
 * Totals that may be entered as such or follow from their parts. All parts of one year win over an entered total;
 * a total without its parts is accepted, since older sources print nothing else.
 */
const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  degree_holders: ['doctors_of_science', 'phd_doctors', 'candidates_of_science'],
  degree_holders_rd: ['doctors_of_science_rd', 'phd_doctors_rd', 'candidates_of_science_rd'],
  applicants: ['applicants_master', 'applicants_doctoral'],
  research_funding: ['funding_state', 'funding_local', 'funding_enterprises', 'funding_foreign', 'funding_own', 'funding_other'],
};

/** A figure of one year with the observations behind it. */
export interface YearFigure {
  readonly value: number;
  readonly observations: readonly Observation[];
}

/** The observations of one town by input and year. */
export class ObservationSeries {
  readonly #figures = new Map<string, Map<number, Observation>>();

  /**
   * @param observations of one town; one value per input and year
   * @throws ScoringError `duplicate-observation`, `not-finite`
   */
  constructor(observations: readonly Observation[]) {
    for (const observation of observations) {
      const { id, input, year, value } = observation;
      if (!Number.isFinite(value)) throw new ScoringError('not-finite', { input, year, id });
      const years = this.#figures.get(input) ?? new Map<number, Observation>();
      if (years.has(year)) throw new ScoringError('duplicate-observation', { input, year, id });
      this.#figures.set(input, years.set(year, observation));
    }
  }

  /** The figure of an input (or total) in exactly this year. */
  at(input: string, year: number): YearFigure | undefined {
    const parts = (PARTS_OF[input] ?? []).map((part) => this.#figures.get(part)?.get(year));
    const observations = parts.filter((part) => part !== undefined);
    if (observations.length === parts.length && parts.length > 0)
      return { value: observations.reduce((sum, part) => sum + part.value, 0), observations };
    const entered = this.#figures.get(input)?.get(year);
    return entered && { value: entered.value, observations: [entered] };
  }

  /**
   * What would have to be entered for a year: the parts still missing, or the input itself where no part is there.
   */
  missingAt(input: string, year: number): string[] {
    if (this.at(input, year)) return [];
    const parts = PARTS_OF[input] ?? [];
    const missing = parts.filter((part) => !this.#figures.get(part)?.has(year));
    return missing.length === parts.length ? [input] : missing;
  }

  /** What would have to be entered for an input to exist in the window: the shortest list over its years. */
  missingIn(input: string, window: ObservationWindow): string[] {
    const lists = yearsOf(window).map((year) => this.missingAt(input, year));
    return lists.find((list) => list.length === 0) ?? lists.find((list) => !list.includes(input)) ?? [input];
  }

  /**
   * The score year of a figure: the newest year Y − maxAgeYears ≤ year ≤ Y for which every input exists. All inputs of
   * one figure are taken from the same year, so that a ratio never mixes years.
   *
   * @source methodology §3.11
   */
  newestYear(inputs: readonly string[], window: ObservationWindow): number | undefined {
    return yearsOf(window).find((year) => inputs.every((input) => this.at(input, year)));
  }
}

/** No method looks further back. */
const OLDEST = 100;

/** The years of a window, newest first. */
function yearsOf({ referenceYear, maxAgeYears }: ObservationWindow): number[] {
  if (!(Number.isInteger(maxAgeYears) && maxAgeYears >= 0 && maxAgeYears <= OLDEST))
    throw new ScoringError('out-of-range', { maxAgeYears });
  return Array.from({ length: maxAgeYears + 1 }, (_, age) => referenceYear - age);
}
