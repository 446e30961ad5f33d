import type { ScenarioLevel, ScenarioMethod } from '../../survey-definitions/contract/index.js';
import { scenarioFiguresFrom, type ScenarioFigure, type ScenarioOptions } from './scenarioFigures.js';
import type { ScenarioInputs } from './scenarioInputs.js';
import { marksFromBands, type ScenarioMarks } from './scenarioMarks.js';

/** The development scenario of a town by a method: its indicators with their bands, and the marks of the scenarios. */
export interface ScenarioReading {
  readonly figures: readonly ScenarioFigure[];
  /** Missing where an indicator that the rule counts is missing. */
  readonly marks: ScenarioMarks;
}

/**
 * Reads the development scenario of a town from its inputs: indicators by the formulas of the method, bands from them,
 * marks from the bands by the method's rule.
 *
 * @param method formulas, bands and rule
 * @param inputs in per cent or per mille by id; what is not there leaves the indicators missing that rest on it
 * @param options `unemploymentReversed` computes with the input turned round (2·100 − x), to be shown beside
 * @throws ScoringError as `scenarioFiguresFrom`
 * @source methodology §6
 * @example scenarioFrom(method, balkhash).marks.leadingByMarks // ['innovative', 'diversification']
 */
export function scenarioFrom(method: ScenarioMethod, inputs: ScenarioInputs, options: ScenarioOptions = {}): ScenarioReading {
  const figures = scenarioFiguresFrom(method, inputs, options);
  return { figures, marks: marksFromBands(method, bandsOf(figures)) };
}

function bandsOf(figures: readonly ScenarioFigure[]): Record<string, ScenarioLevel> {
  return Object.fromEntries(
    figures.flatMap((figure) => (figure.state === 'computed' && figure.level !== null ? [[figure.id, figure.level]] : [])),
  );
}
