import type { Connection } from 'mongoose';
import { parseDocument } from '../../database/index.js';
import { DraftRevisionSchema, DraftStepSchema, type DraftRevision, type DraftStep } from './draft.js';
import { draftRevisionModel, type DraftRevisionDocument } from './draftRevision.model.js';

export type DraftRepository = ReturnType<typeof createDraftRepository>;

export function createDraftRepository(connection: Connection) {
  const revisions = draftRevisionModel(connection);
  const from = (found: DraftRevisionDocument): DraftRevision => parseDocument(DraftRevisionSchema, found);
  const idOf = (questionnaire: string, revision: number) => `${questionnaire}/${revision}`;

  return {
    /** The newest revision; null where nobody is writing this questionnaire. */
    async findNewest(questionnaire: string): Promise<DraftRevision | null> {
      const found = await revisions.findOne({ questionnaire }).sort({ revision: -1 }).lean<DraftRevisionDocument>();
      return found && from(found);
    },
    async find(questionnaire: string, revision: number): Promise<DraftRevision | null> {
      const found = await revisions.findById(idOf(questionnaire, revision)).lean<DraftRevisionDocument>();
      return found && from(found);
    },
    /** Those of some revisions that are still there. */
    async listKept(questionnaire: string, among: readonly number[]): Promise<number[]> {
      if (among.length === 0) return [];
      const ids = among.map((revision) => idOf(questionnaire, revision));
      const found = await revisions.find({ _id: { $in: ids } }, { revision: 1 }).lean<{ revision: number }[]>();
      return found.map(({ revision }) => revision);
    },
    /** False if that revision exists: somebody else was quicker. */
    async insert(revision: DraftRevision): Promise<boolean> {
      try {
        await revisions.create([{ _id: idOf(revision.questionnaire, revision.revision), ...revision }]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },
    /** The last steps, newest first. */
    async listSteps(questionnaire: string, limit: number): Promise<DraftStep[]> {
      const found = await revisions
        .find({ questionnaire }, { definition: 0, statuses: 0 })
        .sort({ revision: -1 })
        .limit(limit)
        .lean();
      return found.map((step) => parseDocument(DraftStepSchema, step));
    },
    async listQuestionnaires(): Promise<string[]> {
      const groups = await revisions.aggregate<{ _id: string }>([{ $group: { _id: '$questionnaire' } }, { $sort: { _id: 1 } }]);
      return groups.map(({ _id }) => _id);
    },
    async removeBefore(questionnaire: string, revision: number): Promise<void> {
      await revisions.deleteMany({ questionnaire, revision: { $lt: revision } });
    },
    async removeAll(questionnaire: string): Promise<void> {
      await revisions.deleteMany({ questionnaire });
    },
  };
}
