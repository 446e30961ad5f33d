import type { PublishedScenarios, ScenarioMethod, Town } from '../../../survey-definitions/contract/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { rawScenarioFrom, typedAgain, type RawScenario } from './rawScenario.js';
import type { ScenarioEntry } from './scenarioEntry.js';

/** What a form for a new town and year can begin with. Values are copied, their source is not: it is another one's. */
export interface Start {
  value: string;
  label: string;
  figures: RawScenario['figures'];
}

/** Nothing, an earlier year of the town from the latest on, and the published towns. */
export function startsFor(
  { townId, year }: { townId: string; year: number },
  entries: readonly ScenarioEntry[],
  { towns }: PublishedScenarios,
  nameOf: (townId: string) => Town['name'],
  language: Language,
): Start[] {
  const t = textsIn(language);
  const earlier = entries.filter((entry) => entry.townId === townId && entry.year < year).sort((a, b) => b.year - a.year);
  return [
    { value: 'empty', label: t('scenarioData.start_empty'), figures: {} },
    ...earlier.map((entry) => ({
      value: String(entry.year),
      label: t('scenarioData.start_previous', { year: entry.year }),
      figures: typedAgain(entry).figures,
    })),
    ...towns.map(({ town, inputs }) => ({
      value: town,
      label: t('scenarioData.start_published', { town: nameOf(town)[language] }),
      figures: inputs,
    })),
  ];
}

/** The form before anything is typed. */
export function typedFromStart(start: Start | undefined, townId: string, year: number, method: ScenarioMethod): RawScenario {
  const fields = { ...start?.figures, town: townId, year: String(year) };
  return rawScenarioFrom(fields, method.inputs.map(({ id }) => id)); // prettier-ignore
}
