import type { ClientSession, Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../../database/index.js';
import { AppError } from '../../errors.js';
import { releaseModel } from './release.model.js';
import { ReleaseSchema, ReleaseSummarySchema, type PopulationRelease, type Release, type ReleaseSummary } from './release.js';

const DUPLICATE_KEY = 11000;

export type ReleaseRepository = ReturnType<typeof createReleaseRepository>;

export function createReleaseRepository(connection: Connection) {
  const releases = releaseModel(connection);
  return {
    /** @throws AppError conflict if another release of the town came first */
    async insert(release: Release, session: ClientSession): Promise<void> {
      try {
        await releases.insertMany([release], { session });
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new AppError('conflict', { cause: error });
        throw error;
      }
    },
    async get(id: string): Promise<Release> {
      const found = await releases.findOne({ _id: id }).lean();
      if (found === null) throw new AppError('notFound');
      return parseDocument(ReleaseSchema, found);
    },
    /** The releases of a town without their figures, the newest first. */
    async listOfTown(townId: string): Promise<ReleaseSummary[]> {
      const found = await releases.find({ townId }, { parts: 0 }).sort({ number: -1 }).lean();
      return parseDocuments(ReleaseSummarySchema, found);
    },
    /** All releases without their figures, the newest of a town first. */
    async listAll(): Promise<ReleaseSummary[]> {
      const found = await releases.find({}, { parts: 0 }).sort({ townId: 1, number: -1 }).lean();
      return parseDocuments(ReleaseSummarySchema, found);
    },
    /** What was published last of a wave in a town. */
    async findNewestPart(townId: string, wave: string): Promise<{ part: PopulationRelease; release: Release } | null> {
      for await (const found of releases.find({ townId }).sort({ number: -1 }).lean().cursor()) {
        const release = parseDocument(ReleaseSchema, found);
        const part = release.parts.find((candidate) => candidate.wave === wave);
        if (part) return { part, release };
      }
      return null;
    },
  };
}
