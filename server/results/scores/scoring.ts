import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import type { ScoreContent, StoredScore } from './scoreContent.js';
import { evidenceFrom, type ScoreEvidence, type ScoreMaterial } from './scoreEvidence.js';
import { inputsFrom, scoreFrom } from './scoreFrom.js';

/** Draws of every score (methodology §5.20); one seed for all, so that two scores differ by their inputs alone. */
export const SCORE_DRAWS = { draws: 2000, seed: 20_201 } as const;

export type Scoring = ReturnType<typeof createScoring>;

/** Computes scores with the intervals of their draws. */
export function createScoring({ software, computation }: { software: string; computation: ResultsComputation }) {
  async function scored(method: Method, evidence: ScoreEvidence, options: { draws: number; seed: number }): Promise<StoredScore> {
    const intervals = await computation.run('scoreIntervals', method, inputsFrom(method, evidence), options);
    return scoreFrom(method, evidence, intervals);
  }

  return {
    /** The score of a town and year, ready to be stored. */
    scoreOf: (material: Omit<ScoreMaterial, 'software'>): Promise<StoredScore> =>
      scored(material.method, evidenceFrom({ ...material, software }), SCORE_DRAWS),

    /** The score computed again from what is stored with it: the same bytes, or something is wrong. */
    recomputed: async (method: Method, content: ScoreContent): Promise<StoredScore> => {
      const { uncertainty } = content;
      if (uncertainty === undefined) return scoreFrom(method, content);
      return scored(method, content, uncertainty.state === 'drawn' ? uncertainty : SCORE_DRAWS);
    },
  };
}
