import type { Scenario, ScenarioIndicator, ScenarioLevel, ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';

/** Names of the fields in which bands and rule are edited; faults stand at the same names. */
export const boundField = ({ id }: ScenarioIndicator, level: ScenarioLevel): string => `bound.${id}.${level}`;
export const sideField = ({ id }: ScenarioIndicator): string => `side.${id}`;
export const pointsField = (scenario: Scenario, { id }: ScenarioIndicator, level: ScenarioLevel): string =>
  `points.${scenario.id}.${id}.${level}`;

/** To which of two bands the value between them belongs. */
export const SIDES = ['above', 'below'] as const;

/** Indicators that have bands, and so can be edited. */
export function bandedIndicators({ indicators }: Pick<ScenarioMethod, 'indicators'>): ScenarioIndicator[] {
  return indicators.filter(({ bands }) => bands.length > 1);
}

export function sideOf({ bands }: ScenarioIndicator): (typeof SIDES)[number] {
  return bands[1]?.includesFrom === false ? 'below' : 'above';
}

export function pointsOf({ terms }: Scenario, { id }: ScenarioIndicator, level: ScenarioLevel): number {
  return terms.find(({ indicator }) => indicator === id)?.points[level] ?? 0;
}

/** An empty cell says "none" more quietly than a 0. */
function shownPoints(points: number): string {
  return points === 0 ? '' : String(points);
}

/** A version as the form shows it; numbers with the reader's decimal mark. */
export function editValues(method: ScenarioMethod, decimalMark: '.' | ','): FormValues {
  const { scenarios } = method.rule;
  const entries = bandedIndicators(method).flatMap((indicator) => [
    [sideField(indicator), sideOf(indicator)],
    ...indicator.bands.slice(1).map(({ level, from }) => [boundField(indicator, level), String(from).replace('.', decimalMark)]),
    ...indicator.bands.flatMap(({ level }) =>
      scenarios.map((scenario) => [pointsField(scenario, indicator, level), shownPoints(pointsOf(scenario, indicator, level))]),
    ),
  ]);
  return { ...(Object.fromEntries(entries) as FormValues), why: '' };
}
