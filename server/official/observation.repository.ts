import type { ClientSession, Connection } from 'mongoose';
import { inTransaction, parseDocument } from '../database/index.js';
import { AppError } from '../errors.js';
import { observationModel } from './observation.model.js';
import { ObservationSchema, type Ending, type Observation, type ObservationKey } from './observation.js';

const DUPLICATE_KEY = 11000;
const IN_FILE_ORDER = { townId: 1, input: 1, year: 1, revision: 1 } as const;

export type ObservationRepository = ReturnType<typeof createObservationRepository>;

/** What one transaction may do: read what is there and write new figures beside or instead of it. */
export interface ObservationWriter {
  /** Every revision of every figure of some towns. */
  listAll(townIds: readonly string[]): Promise<Observation[]>;
  insert(observations: readonly Observation[]): Promise<void>;
  /** @throws AppError conflict if somebody else ended it first */
  end(id: string, ending: Ending): Promise<void>;
}

export function createObservationRepository(connection: Connection) {
  const observations = observationModel(connection);

  async function find(filter: object, session?: ClientSession): Promise<Observation[]> {
    const found = await observations
      .find(filter)
      .sort(IN_FILE_ORDER)
      .session(session ?? null)
      .lean();
    return found.map(fromDocument);
  }

  const writerIn = (session: ClientSession): ObservationWriter => ({
    listAll: (townIds) => find({ townId: { $in: townIds } }, session),
    async insert(added) {
      const documents = added.map(({ id, ...rest }) => ({ _id: id, ...rest }));
      if (documents.length > 0) await observations.insertMany(documents, { session });
    },
    async end(id, ending) {
      const { matchedCount } = await observations.updateOne({ _id: id, ended: null }, { $set: { ended: ending } }, { session });
      if (matchedCount === 0) throw new AppError('conflict', { message: 'the figure has been corrected by somebody else' });
    },
  });

  return {
    async find(id: string): Promise<Observation | null> {
      const found = await observations.findOne({ _id: id }).lean();
      return found === null ? null : fromDocument(found);
    },
    /** Current figures, by town, input and year. */
    listCurrent: (townIds: readonly string[]): Promise<Observation[]> => find({ townId: { $in: townIds }, ended: null }),
    /** All revisions of one figure, the first one first. */
    listRevisions: ({ townId, input, year }: ObservationKey): Promise<Observation[]> => find({ townId, input, year }),
    /** Everything ever entered for a town. */
    listAll: (townId: string): Promise<Observation[]> => find({ townId }),
    /** Current figures or all revisions of some towns, one after the other from a cursor. */
    async *stream(townIds: readonly string[], history: boolean): AsyncGenerator<Observation> {
      const filter = { townId: { $in: townIds }, ...(history ? {} : { ended: null }) };
      for await (const document of observations.find(filter).sort(IN_FILE_ORDER).lean().cursor()) yield fromDocument(document);
    },
    /** @throws AppError conflict if somebody else entered or corrected one of the same figures meanwhile */
    async write<Result>(work: (writer: ObservationWriter) => Promise<Result>): Promise<Result> {
      try {
        return await inTransaction(connection, (session) => work(writerIn(session)));
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new AppError('conflict', { cause: error });
        throw error;
      }
    },
  };
}

function fromDocument({ _id, ...rest }: { _id: string }): Observation {
  return parseDocument(ObservationSchema, { id: _id, ...rest });
}
