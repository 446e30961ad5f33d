import type { Connection } from 'mongoose';
import { parseDocument } from '../../database/index.js';
import { AppError } from '../../errors.js';
import { datasetModel } from './dataset.model.js';
import { DatasetSchema, type Dataset, type DatasetHead } from './dataset.js';

const HeadSchema = DatasetSchema.omit({ csv: true });

export type DatasetRepository = ReturnType<typeof createDatasetRepository>;

export function createDatasetRepository(connection: Connection) {
  const datasets = datasetModel(connection);
  return {
    /** Keeps the data; false if the same data are here already, under whatever name. */
    async add({ digest, ...content }: Dataset): Promise<boolean> {
      try {
        await datasets.create([{ _id: digest, ...content }]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },
    async find(digest: string): Promise<Dataset | null> {
      const found = await datasets.findById(digest).lean();
      return found && parseDocument(DatasetSchema, { ...found, digest });
    },
    /** @throws AppError notFound */
    async get(digest: string): Promise<Dataset> {
      const found = await this.find(digest);
      if (found === null) throw new AppError('notFound', { message: 'there is no such data set' });
      return found;
    },
    /** Newest first, without the data. */
    async list(kind: Dataset['kind']): Promise<DatasetHead[]> {
      const found = await datasets.find({ kind }, { csv: 0 }).sort({ savedAt: -1 }).lean();
      return found.map((document) => parseDocument(HeadSchema, { ...document, digest: document._id }));
    },
    async remove(digest: string): Promise<void> {
      await datasets.deleteOne({ _id: digest });
    },
  };
}
