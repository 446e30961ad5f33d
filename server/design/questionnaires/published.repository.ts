import type { Connection } from 'mongoose';
import { parseDocument } from '../../database/index.js';
import { PublishedQuestionnaireSchema, type PublishedQuestionnaire } from './draft.js';
import { publishedQuestionnaireModel, retiredVersionModel, type PublishedQuestionnaireDocument } from './published.model.js';

export type PublishedRepository = ReturnType<typeof createPublishedRepository>;

export function createPublishedRepository(connection: Connection) {
  const published = publishedQuestionnaireModel(connection);
  const retired = retiredVersionModel(connection);
  const idOf = (questionnaire: string, version: number) => `${questionnaire}/${version}`;

  return {
    /** False if that version exists: a published version is never written again. */
    async insert(version: PublishedQuestionnaire): Promise<boolean> {
      try {
        await published.create([{ _id: idOf(version.questionnaire, version.version), ...version }]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },
    async listIds(): Promise<string[]> {
      return (await published.find({}, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
    },
    async find(questionnaire: string, version: number): Promise<PublishedQuestionnaire | null> {
      const found = await published.findById(idOf(questionnaire, version)).lean<PublishedQuestionnaireDocument>();
      return found && parseDocument(PublishedQuestionnaireSchema, found);
    },
    async listRetired(): Promise<string[]> {
      return (await retired.find().lean()).map(({ _id }) => _id);
    },
    async retire(questionnaire: string, version: number): Promise<void> {
      const _id = idOf(questionnaire, version);
      await retired.updateOne({ _id }, { $setOnInsert: { _id } }, { upsert: true });
    },
    async bringBack(questionnaire: string, version: number): Promise<void> {
      await retired.deleteOne({ _id: idOf(questionnaire, version) });
    },
  };
}
