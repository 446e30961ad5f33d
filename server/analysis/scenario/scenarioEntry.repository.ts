import type { Connection } from 'mongoose';
import { inTransaction, parseDocuments } from '../../database/index.js';
import { AppError } from '../../errors.js';
import { scenarioEntryModel } from './scenarioEntry.model.js';
import { keyOf, ScenarioEntrySchema, type EntryKey, type ScenarioEntry } from './scenarioEntry.js';

const DUPLICATE_KEY = 11000;
const OLDEST_FIRST = { townId: 1, year: 1, revision: 1 } as const;

export type ScenarioEntryRepository = ReturnType<typeof createScenarioEntryRepository>;

export function createScenarioEntryRepository(connection: Connection) {
  const entries = scenarioEntryModel(connection);
  const find = async (filter: object): Promise<ScenarioEntry[]> =>
    parseDocuments(ScenarioEntrySchema, await entries.find(filter, { _id: 0 }).sort(OLDEST_FIRST).lean());

  return {
    /** The newest revision of every town and year, by town and year. */
    listNewest: async (filter: Partial<EntryKey> = {}): Promise<ScenarioEntry[]> => [
      ...new Map((await find(filter)).map((entry) => [keyOf(entry), entry])).values(),
    ],
    /** All revisions of one town and year, the first one first. */
    listRevisions: ({ townId, year }: EntryKey): Promise<ScenarioEntry[]> => find({ townId, year }),
    /** Adds a revision; false if somebody else has just added the same one. */
    async addUnlessThere(entry: ScenarioEntry): Promise<boolean> {
      try {
        await entries.create([entry]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    /** Adds entries, all or none. @throws AppError conflict if one of these revisions is there already */
    async addAll(added: readonly ScenarioEntry[]): Promise<void> {
      try {
        if (added.length > 0) await inTransaction(connection, (session) => entries.insertMany(added, { session }));
      } catch (error) {
        if (isDuplicate(error)) throw new AppError('conflict', { cause: error });
        throw error;
      }
    },
  };
}

function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown }).code === DUPLICATE_KEY;
}
