import type { Town } from '../../../survey-definitions/contract/index.js';
import { LANGUAGES, textsIn, type TextKey } from '../../i18n/index.js';
import { canonicalCsvFrom } from '../datasets/canonicalCsv.js';
import type { DatasetsService } from '../datasets/datasets.service.js';
import { syntheticPanel } from './syntheticPanel.js';

const TOWNS = 19;
const SAVED_BY = 'demonstration';

/** Keeps the made-up panel, called synthetic in all three languages, so that a newcomer can try a preset at once. */
export async function addSyntheticPanel(datasets: Pick<DatasetsService, 'save'>, towns: readonly Town[]): Promise<void> {
  const panel = syntheticPanel(towns.slice(0, TOWNS).map(({ id }) => id));
  const columns = Object.keys(panel.columns).map((id) => ({ id, heading: id }));
  await datasets.save(
    { kind: 'panel', csv: canonicalCsvFrom(panel), rows: panel.units.length, columns, notes: [] },
    {
      name: inAllLanguages('journal.demonstration_name'),
      source: inAllLanguages('journal.demonstration_source'),
      origin: 'demonstration',
      synthetic: true,
      savedBy: SAVED_BY,
    },
  );
}

/** A data set has one name for everybody. */
function inAllLanguages(key: TextKey): string {
  return LANGUAGES.map((language) => textsIn(language)(key)).join(' / ');
}
