import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/testDatabase.js';
import { createDatasetRepository } from './dataset.repository.js';
import { createDatasetsService } from './datasets.service.js';

test('data on which an analysis rests are not removed', async () => {
  const database = await openTestDatabase();
  const datasets = createDatasetRepository(database.connection);
  const service = createDatasetsService({ datasets, clock: () => new Date('2026-01-01') });
  const content = {
    kind: 'panel' as const,
    csv: 'town,year,x\nabai,2018,1\n',
    rows: 1,
    columns: [{ id: 'x', heading: 'x' }],
    notes: [],
  };
  const label = { name: 'x', source: 'y', origin: 'upload' as const, synthetic: false, savedBy: 'z' };
  const { digest } = await service.save(content, label);
  let uses = 1;
  service.addUse(() => Promise.resolve(uses));
  await expect(service.remove(digest)).rejects.toThrow('the data set is in use');
  uses = 0;
  await service.remove(digest);
  expect(await datasets.find(digest)).toBeNull();
  await database.dispose();
});
