import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { AnalysisSpecification, WorkingAnalysis } from './workingAnalysis.js';
import type { WorkingAnalysisRepository } from './workingAnalysis.repository.js';

interface RegressionSurroundings {
  repository: WorkingAnalysisRepository;
  clock: () => Date;
}

export type RegressionService = ReturnType<typeof createRegressionService>;

/** Analyses that people work on, each its own. */
export function createRegressionService({ repository, clock }: RegressionSurroundings) {
  return {
    /** The id of a new analysis. */
    async begin(name: string, specification: AnalysisSpecification, owner: string): Promise<string> {
      const _id = randomUUID();
      await repository.add({ _id, name, ...specification, revision: 1, changedAt: clock(), owner });
      return _id;
    },

    /** @throws AppError notFound, also for the analysis of somebody else */
    async get(id: string, owner: string): Promise<WorkingAnalysis> {
      const found = await repository.find(id, owner);
      if (found === null) throw new AppError('notFound', { message: 'there is no such analysis of this person' });
      return found;
    },

    list: (owner: string): Promise<WorkingAnalysis[]> => repository.list(owner),

    /** Writes a change of what was read; false if it was changed elsewhere meanwhile. */
    trySave: (analysis: WorkingAnalysis): Promise<boolean> => repository.replace({ ...analysis, changedAt: clock() }),

    remove: (id: string): Promise<void> => repository.remove(id),
    countOfData: (digest: string): Promise<number> => repository.countOfData(digest),
  };
}
