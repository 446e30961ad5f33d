import { createHash } from 'node:crypto';
import { may, type SignedInPerson } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { AnalysisComputation } from '../computation/analysisComputation.js';
import type { Dataset } from '../datasets/dataset.js';
import { estimatedOf, openAnalysis, type OpenedAnalysis } from '../regression/openedAnalysis.js';
import type { AnalysisSpecification } from '../regression/workingAnalysis.js';
import { figureDifferences, type FigureDifference } from './figureDifferences.js';
import { modelFiguresOf } from './modelFigures.js';
import type { SavedAnalysis } from './savedAnalysis.js';
import type { SavedAnalysisRepository } from './savedAnalysis.repository.js';

interface SavedSurroundings {
  repository: SavedAnalysisRepository;
  clock: () => Date;
  computation: AnalysisComputation;
  /** Name and version of this program. */
  software: string;
}

/** A saved analysis, computed again. */
export interface VerifiedAnalysis {
  saved: SavedAnalysis;
  opened: OpenedAnalysis;
  differences: FigureDifference[];
}

export type SavedService = ReturnType<typeof createSavedService>;

/** Saved analyses: written once, computed again whenever they are opened. */
export function createSavedService({ repository, clock, computation, software }: SavedSurroundings) {
  async function get(id: string): Promise<SavedAnalysis> {
    const found = await repository.find(id);
    if (found === null) throw new AppError('notFound', { message: 'there is no such saved analysis' });
    return found;
  }

  return {
    get,
    list: (): Promise<SavedAnalysis[]> => repository.list(),
    countOfData: (digest: string): Promise<number> => repository.countOfData(digest),

    /** The id under which an analysis is kept, whether or not this very analysis was there already. */
    async save(name: string, specification: AnalysisSpecification, opened: OpenedAnalysis, by: SignedInPerson): Promise<string> {
      const { data, preset, transformations, models } = specification;
      const figures = estimatedOf(opened.results).map(modelFiguresOf);
      const content = { name, data, preset, transformations, models, figures, software };
      const _id = createHash('sha256').update(JSON.stringify(content)).digest('hex');
      const savedBy = { account: by.accountId, name: by.displayName === '' ? by.signInName : by.displayName };
      await repository.add({ _id, ...content, savedAt: clock(), savedBy });
      return _id;
    },

    /** What the same specification gives now, and every figure that came out otherwise. */
    async verify(saved: SavedAnalysis, dataset: Dataset): Promise<VerifiedAnalysis> {
      const opened = await openAnalysis(computation, saved, dataset);
      const now = estimatedOf(opened.results).map(modelFiguresOf);
      return { saved, opened, differences: figureDifferences(saved.figures, now) };
    },

    /** @throws AppError forbidden for anybody but who saved it and administrators */
    async remove(id: string, by: SignedInPerson): Promise<SavedAnalysis> {
      const saved = await get(id);
      if (!mayRemove(saved, by)) throw new AppError('forbidden', { message: 'only who saved an analysis removes it' });
      await repository.remove(id);
      return saved;
    },
  };
}

export function mayRemove({ savedBy }: SavedAnalysis, person: SignedInPerson): boolean {
  return savedBy.account === person.accountId || may(person, 'accounts');
}
