import type { ClientSession, Connection } from 'mongoose';
import { z } from 'zod';
import { parseDocument, parseDocuments } from '../database/index.js';
import { ResponseSchema, type StoredResponse } from './response.js';
import { responseModel } from './response.model.js';

const DUPLICATE_KEY = 11000;
const CURSOR_BATCH = 500;
const PlaceSchema = z.object({ wave: z.string(), townId: z.string() });

export type ResponsePlace = z.infer<typeof PlaceSchema>;
export type ResponseRepository = ReturnType<typeof createResponseRepository>;

export function createResponseRepository(connection: Connection) {
  const responses = responseModel(connection);
  const collection = connection.collection<StoredResponse>('responses');

  async function* streamWhere(filter: { wave: string; townId?: string }): AsyncIterable<StoredResponse> {
    const cursor = responses.find(filter).sort({ _id: 1 }).lean().cursor({ batchSize: CURSOR_BATCH });
    for await (const document of cursor) yield parseDocument(ResponseSchema, document);
  }

  return {
    /** The commit point of a submission: durable on return. False if a response with this id is there already. */
    async insert(response: StoredResponse): Promise<boolean> {
      try {
        await collection.insertOne(response, { writeConcern: { w: 'majority' } });
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    /** Inserts many at once; how many were new. */
    async insertMany(documents: StoredResponse[]): Promise<number> {
      if (documents.length === 0) return 0;
      try {
        const result = await collection.insertMany(documents, { ordered: false, writeConcern: { w: 'majority' } });
        return result.insertedCount;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return (error as { insertedCount: number }).insertedCount;
        throw error;
      }
    },
    async exists(id: string): Promise<boolean> {
      return (await responses.exists({ _id: id })) !== null;
    },
    async findByIds(ids: string[], session?: ClientSession): Promise<StoredResponse[]> {
      return parseDocuments(
        ResponseSchema,
        await responses
          .find({ _id: { $in: ids } })
          .session(session ?? null)
          .lean(),
      );
    },
    /** Valid responses that the data matrix does not hold yet. */
    async findUnfolded(limit: number, session?: ClientSession): Promise<StoredResponse[]> {
      return parseDocuments(
        ResponseSchema,
        await responses
          .find({ folded: false, status: 'valid' })
          .limit(limit)
          .session(session ?? null)
          .lean(),
      );
    },
    /** Marks responses as held by the data matrix; how many were not marked before. */
    async markFolded(ids: string[], session: ClientSession): Promise<number> {
      const result = await responses.updateMany({ _id: { $in: ids }, folded: false }, { $set: { folded: true } }, { session });
      return result.modifiedCount;
    },
    /** Marks a response as void; false if there is no such valid response. */
    async markVoid(id: string, session: ClientSession): Promise<boolean> {
      const result = await responses.updateOne({ _id: id, status: 'valid' }, { $set: { status: 'void' } }, { session });
      return result.modifiedCount === 1;
    },
    /** Every wave and town that has responses. */
    async listTowns(): Promise<ResponsePlace[]> {
      const groups = await responses.aggregate<{ _id: unknown }>([{ $group: { _id: { wave: '$wave', townId: '$townId' } } }]);
      return parseDocuments(
        PlaceSchema,
        groups.map((group) => group._id),
      );
    },
    /** All responses of a wave and town, void ones too, one after the other in the order of their random ids. */
    streamTown: ({ wave, townId }: ResponsePlace): AsyncIterable<StoredResponse> => streamWhere({ wave, townId }),
    /** The same for a whole wave. */
    streamWave: (wave: string): AsyncIterable<StoredResponse> => streamWhere({ wave }),
    async count(wave: string, townId?: string, status?: StoredResponse['status']): Promise<number> {
      return responses.countDocuments({ wave, ...(townId === undefined ? {} : { townId }), ...(status ? { status } : {}) });
    },
  };
}
