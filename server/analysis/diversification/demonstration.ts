import { canonicalCsvFrom, sectorCsvFrom } from '../datasets/canonicalCsv.js';
import type { DatasetsService } from '../datasets/datasets.service.js';
import { syntheticControls } from './syntheticControls.js';
import { syntheticSectors } from './syntheticSectors.js';

const SAVED_BY = 'demonstration';
const SOURCE = 'Демонстрация үшін ойдан құрастырылған / Составлено для демонстрации / Made up for the demonstration';
const VALUE_HEADING = 'value (synthetic)';

/** A synthetic table of sectors and synthetic controls to go with it, through the door that real data take. */
export async function addDiversificationDemonstration({ save }: Pick<DatasetsService, 'save'>): Promise<void> {
  const rows = syntheticSectors();
  const controls = syntheticControls(rows);
  const label = { source: SOURCE, origin: 'demonstration' as const, synthetic: true, savedBy: SAVED_BY };
  await save(
    {
      kind: 'sectors',
      csv: sectorCsvFrom(rows),
      rows: rows.length,
      columns: [{ id: 'value', heading: VALUE_HEADING }],
      notes: [],
    },
    { ...label, name: 'Салалар / Отрасли / Sectors (synthetic)' },
  );
  await save(
    {
      kind: 'panel',
      csv: canonicalCsvFrom(controls),
      rows: controls.units.length,
      columns: Object.keys(controls.columns).map((id) => ({ id, heading: id })),
      notes: [],
    },
    { ...label, name: 'Өңірлер / Регионы / Regions: resilience, controls (synthetic)' },
  );
}
