import type { Connection } from 'mongoose';
import { parseDocument } from '../../database/index.js';
import { AppError } from '../../errors.js';
import { weightingModel, type WeightingDocument } from './weighting.model.js';
import { WeightingSchema, type Weighting } from './weighting.js';

const DUPLICATE_KEY = 11000;

/** One town of a wave. */
export type Place = Pick<Weighting, 'wave' | 'townId'>;

export type WeightingRepository = ReturnType<typeof createWeightingRepository>;

export function createWeightingRepository(connection: Connection) {
  const weightings = weightingModel(connection);

  return {
    /** The revision that holds; null while nothing was ever entered. */
    async findCurrent({ wave, townId }: Place): Promise<Weighting | null> {
      const found = await weightings.findOne({ wave, townId }).sort({ revision: -1 }).lean();
      return found === null ? null : fromDocument(found);
    },
    /** All revisions, the newest first. */
    async listRevisions({ wave, townId }: Place): Promise<Weighting[]> {
      return (await weightings.find({ wave, townId }).sort({ revision: -1 }).lean()).map(fromDocument);
    },
    /** @throws AppError conflict if somebody else made the same revision first */
    async insert({ id, ...rest }: Weighting): Promise<void> {
      try {
        await weightings.insertMany([{ _id: id, ...rest }]);
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new AppError('conflict', { cause: error });
        throw error;
      }
    },
  };
}

function fromDocument({ _id, ...values }: WeightingDocument): Weighting {
  return parseDocument(WeightingSchema, { id: _id, ...values });
}
