import type { ClientSession, Connection } from 'mongoose';
import { z } from 'zod';
import { parseDocument, parseDocuments } from '../../database/index.js';
import { AppError } from '../../errors.js';
import type { StoredScore } from './scoreContent.js';
import { digestOf, readStoredScore } from './scoreFrom.js';
import { scoreModel } from './score.model.js';

/** What stands beside a stored score, to find it; scores from before there were dates have none. */
const ScoreEntrySchema = z.object({
  _id: z.string(),
  townId: z.string(),
  year: z.int(),
  methodId: z.string(),
  methodVersion: z.int(),
  storedOn: z.iso.date().optional(),
});
export type ScoreEntry = z.infer<typeof ScoreEntrySchema>;

const ScoreDocumentSchema = ScoreEntrySchema.extend({ canonical: z.string() });
/** A score as it lies in the store, believed in nothing. */
export type ScoreDocument = z.infer<typeof ScoreDocumentSchema>;

export type ScoreRepository = ReturnType<typeof createScoreRepository>;

/** No door of it changes or removes a score: what was stored once can be read for ever. */
export function createScoreRepository(connection: Connection, today: () => string) {
  const scores = scoreModel(connection);
  return {
    /** Stores a score; one of the same inputs is there already and stays as it is. True if it is new. */
    async save({ id, content, canonical }: StoredScore, session?: ClientSession): Promise<boolean> {
      const { townId, year, method } = content;
      const { upsertedCount } = await scores.updateOne(
        { _id: id },
        { $setOnInsert: { townId, year, methodId: method.id, methodVersion: method.version, storedOn: today(), canonical } },
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
    /** The stored scores of a town without their content, the newest year first. */
    async listOfTown(townId: string): Promise<ScoreEntry[]> {
      const found = await scores.find({ townId }, { canonical: 0 }).sort({ year: -1, _id: 1 }).lean();
      return parseDocuments(ScoreEntrySchema, found);
    },
    /** One stored score after the other, each as it lies there. */
    async *streamAll(): AsyncGenerator<ScoreDocument> {
      for await (const found of scores.find().sort({ _id: 1 }).lean().cursor()) yield parseDocument(ScoreDocumentSchema, found);
    },
  };
}
