import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../../database/index.js';
import { workingAnalysisModel } from './workingAnalysis.model.js';
import { WorkingAnalysisSchema, type WorkingAnalysis } from './workingAnalysis.js';

export type WorkingAnalysisRepository = ReturnType<typeof createWorkingAnalysisRepository>;

export function createWorkingAnalysisRepository(connection: Connection) {
  const analyses = workingAnalysisModel(connection);
  return {
    async add(analysis: WorkingAnalysis): Promise<void> {
      await analyses.create([analysis]);
    },
    async find(_id: string, owner: string): Promise<WorkingAnalysis | null> {
      const found = await analyses.findOne({ _id, owner }).lean();
      return found && parseDocument(WorkingAnalysisSchema, found);
    },
    /** Last changed first. */
    async list(owner: string): Promise<WorkingAnalysis[]> {
      return parseDocuments(WorkingAnalysisSchema, await analyses.find({ owner }).sort({ changedAt: -1 }).lean());
    },
    /** Writes what was made of a revision; false if somebody was quicker. */
    async replace({ _id, revision, ...values }: WorkingAnalysis): Promise<boolean> {
      const change = { $set: { ...values, revision: revision + 1 } };
      return (await analyses.updateOne({ _id, revision }, change)).matchedCount === 1;
    },
    async remove(_id: string): Promise<void> {
      await analyses.deleteOne({ _id });
    },
    countOfData: (data: string): Promise<number> => analyses.countDocuments({ data }),
  };
}
