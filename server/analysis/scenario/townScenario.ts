import type { ScenarioMethod } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { ScenarioService } from './scenario.service.js';
import { valuesOf, type EntryKey, type ScenarioEntry } from './scenarioEntry.js';
import { scenarioPictureFrom, type ReadPicture, type ScenarioPicture } from './scenarioPicture.js';

/** What the page of a town and its sheet rest on. */
export interface TownScenario {
  /** The first one first. */
  revisions: ScenarioEntry[];
  entry: ScenarioEntry;
  picture: ScenarioPicture;
  /** With unemployment turned round; null unless asked for. */
  reversed: ReadPicture | null;
}

/** @throws AppError notFound where nothing is entered */
export async function loadTownScenario(
  scenarios: ScenarioService,
  key: EntryKey,
  method: ScenarioMethod,
  withReversed: boolean,
): Promise<TownScenario> {
  const revisions = await scenarios.historyOf(key);
  const entry = revisions.at(-1);
  if (!entry) throw new AppError('notFound', { message: 'nothing is entered for this town and year' });
  const turned = withReversed ? scenarioPictureFrom(method, valuesOf(entry), true) : null;
  return {
    revisions,
    entry,
    picture: scenarioPictureFrom(method, valuesOf(entry)),
    reversed: turned?.state === 'read' ? turned : null,
  };
}
