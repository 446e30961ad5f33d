import type { ExplainedTown } from './explainedTown.js';
import type { MethodDifferences } from './obstacleWords.viewModels.js';
import type { YearChanges } from './yearChanges.js';

/** Two years of a town side by side, with the words for what they rest on. */
export interface ComparedYears {
  before: ExplainedTown;
  after: ExplainedTown;
  changes: YearChanges;
  /** How a wave was sampled, in words. */
  samplingOf: (wave: string) => string | null;
  differencesOf: MethodDifferences;
}
