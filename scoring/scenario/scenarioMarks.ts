import type { Scenario, ScenarioLevel, ScenarioMethod } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';

/** Bands of indicators by the id of the indicator. */
export type ScenarioBands = Readonly<Record<string, ScenarioLevel>>;

export interface ScenarioMark {
  readonly scenario: string;
  readonly mark: number;
  /** The greatest mark that the rule can give. */
  readonly maximum: number;
  /** The mark in per cent of its maximum. */
  readonly percent: number;
}

export type ScenarioMarks =
  | {
      readonly state: 'marked';
      readonly marks: readonly ScenarioMark[];
      /** Scenarios with the most marks; several are joint, none leads where all are 0. */
      readonly leadingByMarks: readonly string[];
      /** The same by per cent of the maxima. */
      readonly leadingByPercent: readonly string[];
    }
  | {
      readonly state: 'missing';
      readonly reason: 'missing-indicators';
      /** Ids of indicators that the rule counts and that have no band. */
      readonly missing: readonly string[];
    };

/**
 * Marks of all scenarios by the rule of a method: an indicator gives each scenario the points of the band in which it
 * stands. Per cents of equal shares are equal to the last bit, so ties are exact.
 *
 * @param method whose rule is read
 * @param bands of the indicators: recomputed, or as a paper prints them
 * @throws ScoringError `unknown-option` for a band that the indicator does not have
 * @source methodology §6, scenario marks (reconstructed rule)
 * @example marksFromBands(method, { 'mono-profile': 'medium', 'socio-economic': 'above-average', … }).leadingByMarks
 * // ['innovative', 'diversification']
 */
export function marksFromBands(method: ScenarioMethod, bands: ScenarioBands): ScenarioMarks {
  const { scenarios } = method.rule;
  const counted = method.indicators.filter(({ id }) =>
    scenarios.some(({ terms }) => terms.some(({ indicator }) => indicator === id)),
  );
  for (const indicator of counted) {
    const level = bands[indicator.id];
    if (level !== undefined && indicator.bands.every((band) => band.level !== level))
      throw new ScoringError('unknown-option', { part: indicator.id, input: level });
  }
  const missing = counted.map(({ id }) => id).filter((id) => bands[id] === undefined);
  if (missing.length > 0) return { state: 'missing', reason: 'missing-indicators', missing };
  const marks = scenarios.map((scenario) => markOf(scenario, bands));
  return {
    state: 'marked',
    marks,
    leadingByMarks: leadingBy(marks, ({ mark }) => mark),
    leadingByPercent: leadingBy(marks, ({ percent }) => percent),
  };
}

function markOf({ id, terms }: Scenario, bands: ScenarioBands): ScenarioMark {
  const mark = terms.reduce((total, { indicator, points }) => {
    const level = bands[indicator];
    return total + (level === undefined ? 0 : (points[level] ?? 0));
  }, 0);
  const maximum = greatestMark(terms);
  return { scenario: id, mark, maximum, percent: maximum === 0 ? 0 : (100 * mark) / maximum };
}

/** The greatest mark that these terms can give. */
export function greatestMark(terms: Scenario['terms']): number {
  return terms.reduce((total, { points }) => total + Math.max(0, ...Object.values(points)), 0);
}

function leadingBy(marks: readonly ScenarioMark[], valueOf: (mark: ScenarioMark) => number): string[] {
  const most = Math.max(...marks.map(valueOf));
  return most > 0 ? marks.filter((mark) => valueOf(mark) === most).map(({ scenario }) => scenario) : [];
}
