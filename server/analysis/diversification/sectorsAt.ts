import { AppError } from '../../errors.js';
import type { Dataset } from '../datasets/dataset.js';
import type { DatasetRepository } from '../datasets/dataset.repository.js';

/** @throws AppError notFound also where the data are no table of sectors */
export async function getSectors(datasets: DatasetRepository, digest: string): Promise<Dataset> {
  const dataset = await datasets.get(digest);
  if (dataset.kind !== 'sectors') throw new AppError('notFound', { message: 'the data are no table of sectors' });
  return dataset;
}
