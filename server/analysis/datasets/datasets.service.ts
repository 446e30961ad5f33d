import { createHash } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { Dataset } from './dataset.js';
import type { DatasetRepository } from './dataset.repository.js';
import { createDatasetUses } from './datasetUses.js';
import type { DatasetContent } from './reading/readDataset.js';

/** How a data set is called and where it is from. */
export type DatasetLabel = Pick<Dataset, 'name' | 'source' | 'origin' | 'synthetic' | 'savedBy'>;

export type DatasetsService = ReturnType<typeof createDatasetsService>;

export function createDatasetsService({ datasets, clock }: { datasets: DatasetRepository; clock: () => Date }) {
  const uses = createDatasetUses();
  return {
    addUse: uses.addUse,
    countUses: uses.countOf,

    /** Keeps the data under the digest of their text; `isNew` is false where the same data are here already. */
    async save(content: DatasetContent, label: DatasetLabel): Promise<{ digest: string; isNew: boolean }> {
      const digest = createHash('sha256').update(content.csv, 'utf8').digest('hex');
      return { digest, isNew: await datasets.add({ digest, ...content, ...label, savedAt: clock() }) };
    },

    /** @throws AppError conflict while something rests on the data */
    async remove(digest: string): Promise<void> {
      if ((await uses.countOf(digest)) > 0) throw new AppError('conflict', { message: 'the data set is in use' });
      await datasets.remove(digest);
    },
  };
}
