import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../../database/index.js';
import { savedAnalysisModel } from './savedAnalysis.model.js';
import { SavedAnalysisSchema, type SavedAnalysis } from './savedAnalysis.js';

export type SavedAnalysisRepository = ReturnType<typeof createSavedAnalysisRepository>;

export function createSavedAnalysisRepository(connection: Connection) {
  const saved = savedAnalysisModel(connection);
  return {
    /** False where this very analysis is saved already. */
    async add(analysis: SavedAnalysis): Promise<boolean> {
      try {
        await saved.create([analysis]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === 11000) return false;
        throw error;
      }
    },
    async find(id: string): Promise<SavedAnalysis | null> {
      const found = await saved.findById(id).lean();
      return found && parseDocument(SavedAnalysisSchema, found);
    },
    /** Newest first. */
    async list(): Promise<SavedAnalysis[]> {
      return parseDocuments(SavedAnalysisSchema, await saved.find().sort({ savedAt: -1 }).lean());
    },
    async remove(id: string): Promise<void> {
      await saved.deleteOne({ _id: id });
    },
    countOfData: (data: string): Promise<number> => saved.countDocuments({ data }),
  };
}
