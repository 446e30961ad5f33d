import type { ScenarioInput, Town } from '../../../survey-definitions/contract/index.js';
import { parseScenarioFigure, type DecimalMark } from './parseScenarioFigure.js';
import type { RawScenario } from './rawScenario.js';
import type { EnteredFigure, EntryContent } from './scenarioEntry.js';
import { faultAt, type FaultCode, type ScenarioFault } from './scenarioFault.js';

export const FIRST_YEAR = 1990;
const LONGEST_SOURCE = 500;
const FORMULA_START = /^[=+\-@\t\r]/;
const YES = ['1', 'yes', 'true', 'иә', 'да'];
const NO = ['', '0', 'no', 'false', 'жоқ', 'нет'];

/** What an entry is checked against. */
export interface EntryRules {
  inputs: readonly ScenarioInput[];
  /** Towns that the person may enter inputs for; any other is unknown to them. */
  towns: ReadonlyMap<string, Town>;
  /** The year after the running one is the last for which figures can be planned. */
  lastYear: number;
  mark: DecimalMark;
}

type Refuse = (field: string, code: FaultCode, values?: ScenarioFault['values']) => null;

/**
 * Reads the inputs of a town and year, or every fault. An input left empty is missing, and so are the indicators that
 * rest on it; at least one must be there.
 */
export function parseScenarioEntry(raw: RawScenario, rules: EntryRules): { content: EntryContent } | { faults: ScenarioFault[] } {
  const faults: ScenarioFault[] = [];
  const refuse: Refuse = (field, code, values) => {
    faults.push(faultAt(field, code, values));
    return null;
  };
  const town = rules.towns.get(raw.town) ?? refuse('town', raw.town === '' ? 'required' : 'unknownTown', { town: raw.town });
  const year = parseYear(raw.year, rules, refuse);
  const figures = rules.inputs.map((input) => parseFigure(raw, input, rules, refuse)).filter((figure) => figure !== null);
  if (Object.values(raw.figures).every((typed) => typed === '')) refuse(rules.inputs[0]?.id ?? '', 'nothingEntered');
  checkSource(raw.source, refuse);
  const synthetic = parseYesNo(raw.synthetic, refuse);
  if (town === null || year === null || synthetic === null || faults.length > 0) return { faults };
  return { content: { townId: town.id, year, figures, source: raw.source, synthetic } };
}

function parseYear(text: string, { lastYear }: EntryRules, refuse: Refuse): number | null {
  if (text === '') return refuse('year', 'required');
  if (!/^\d{4}$/.test(text)) return refuse('year', 'notAYear', { text });
  const year = Number(text);
  if (year >= FIRST_YEAR && year <= lastYear) return year;
  return refuse('year', 'yearOutOfRange', { first: String(FIRST_YEAR), last: String(lastYear) });
}

function parseFigure(raw: RawScenario, input: ScenarioInput, { mark }: EntryRules, refuse: Refuse): EnteredFigure | null {
  const typed = raw.figures[input.id] ?? '';
  if (typed === '') return null;
  const read = parseScenarioFigure(typed, input, mark);
  if ('figure' in read) return { input: input.id, ...read.figure };
  return refuse(input.id, read.refusal.code, read.refusal.values);
}

function checkSource(source: string, refuse: Refuse): void {
  if (source === '') refuse('source', 'required');
  if (source.length > LONGEST_SOURCE) refuse('source', 'tooLong', { limit: LONGEST_SOURCE });
  if (FORMULA_START.test(source)) refuse('source', 'looksLikeFormula');
}

function parseYesNo(text: string, refuse: Refuse): boolean | null {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : refuse('synthetic', 'notYesOrNo');
}
