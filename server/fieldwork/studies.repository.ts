import type { Connection } from 'mongoose';
import { parseDocument } from '../database/index.js';
import { studyModel, type StudyDocument } from './study.model.js';
import { StudySchema, type Study } from './wave.js';

export type StudyRepository = ReturnType<typeof createStudyRepository>;

export function createStudyRepository(connection: Connection) {
  const studies = studyModel(connection);
  return {
    async findStudy(slug: string): Promise<Study | null> {
      const found = await studies.findById(slug).lean();
      return found && studyFrom(found);
    },

    async listStudies(): Promise<Study[]> {
      return (await studies.find().sort({ _id: 1 }).lean()).map(studyFrom);
    },

    /** Writes a new study, or returns false when the slug is taken. */
    async insertStudy({ slug, ...values }: Study): Promise<boolean> {
      try {
        await studies.create([{ _id: slug, ...values }]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },
  };
}

function studyFrom({ _id, ...values }: StudyDocument): Study {
  return parseDocument(StudySchema, { slug: _id, ...values });
}
