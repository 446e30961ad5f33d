import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../database/index.js';
import { AppError } from '../errors.js';
import { studyModel, unstoredCountModel, waveModel, type UnstoredCountDocument } from './fieldwork.model.js';
import { StudySchema, WaveSchema, type Study, type UnstoredOutcome, type Wave, type WaveState } from './wave.js';

const DUPLICATE_KEY = 11000;

export type FieldworkRepository = ReturnType<typeof createFieldworkRepository>;

/** Studies, waves and the counts of what ended without a response. Slugs are the ids. */
export function createFieldworkRepository(connection: Connection) {
  const studies = studyModel(connection);
  const waves = waveModel(connection);
  const counts = unstoredCountModel(connection);
  return {
    findStudy: async (slug: string): Promise<Study | null> => {
      const document = await studies.findById(slug).lean();
      return document && parseDocument(StudySchema, withSlug(document));
    },
    listStudies: async (): Promise<Study[]> =>
      parseDocuments(StudySchema, (await studies.find().sort({ _id: 1 }).lean()).map(withSlug)),
    insertStudy: ({ slug, ...study }: Study): Promise<void> => refusingDuplicates(() => studies.create({ _id: slug, ...study })),

    findWave: async (slug: string): Promise<Wave | null> => {
      const document = await waves.findById(slug).lean();
      return document && parseDocument(WaveSchema, withSlug(document));
    },
    listWaves: async (): Promise<Wave[]> =>
      parseDocuments(WaveSchema, (await waves.find().sort({ _id: 1 }).lean()).map(withSlug)),
    insertWave: ({ slug, ...wave }: Wave): Promise<void> => refusingDuplicates(() => waves.create({ _id: slug, ...wave })),

    /** Replaces a wave that is still in the given state; false if it has moved on meanwhile. */
    replaceWave: async ({ slug, ...wave }: Wave, state: WaveState): Promise<boolean> =>
      (await waves.replaceOne({ _id: slug, state }, wave)).matchedCount === 1,

    countUnstored: async (wave: string, townId: string, outcome: UnstoredOutcome): Promise<void> => {
      const _id = `${wave}/${townId}/${outcome}`;
      await counts.updateOne({ _id }, { $inc: { count: 1 }, $setOnInsert: { wave, townId, outcome } }, { upsert: true });
    },
    unstoredCounts: async (wave: string): Promise<Pick<UnstoredCountDocument, 'townId' | 'outcome' | 'count'>[]> =>
      (await counts.find({ wave }).sort({ _id: 1 }).lean()).map(({ townId, outcome, count }) => ({ townId, outcome, count })),
  };
}

function withSlug<Document extends { _id: string }>({ _id, ...rest }: Document) {
  return { slug: _id, ...rest };
}

async function refusingDuplicates(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if ((error as { code?: unknown }).code === DUPLICATE_KEY)
      throw new AppError('conflict', { message: 'this address is taken', cause: error });
    throw error;
  }
}
