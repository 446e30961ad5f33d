import type { ClientSession, Connection } from 'mongoose';
import { z } from 'zod';
import { parseDocument } from '../../database/index.js';
import { AppError } from '../../errors.js';
import type { StoredScore } from './scoreContent.js';
import { digestOf, readStoredScore } from './scoreFrom.js';
import { scoreModel } from './score.model.js';

const ScoreDocumentSchema = z.object({ _id: z.string(), canonical: z.string() });

export type ScoreRepository = ReturnType<typeof createScoreRepository>;

export function createScoreRepository(connection: Connection) {
  const scores = scoreModel(connection);
  return {
    /** Stores a score; one of the same inputs is there already and stays. True if it is new. */
    async save({ id, content, canonical }: StoredScore, session?: ClientSession): Promise<boolean> {
      const { townId, year, method } = content;
      const { upsertedCount } = await scores.updateOne(
        { _id: id },
        { $setOnInsert: { townId, year, methodId: method.id, methodVersion: method.version, canonical } },
        { upsert: true, ...(session ? { session } : {}) },
      );
      return upsertedCount === 1;
    },
    async get(id: string): Promise<StoredScore> {
      const found = await scores.findOne({ _id: id }).lean();
      if (found === null) throw new AppError('notFound');
      const { canonical } = parseDocument(ScoreDocumentSchema, found);
      if (digestOf(canonical) !== id) throw new AppError('unexpected', { message: 'a stored score does not match its digest' });
      return readStoredScore(canonical);
    },
  };
}
