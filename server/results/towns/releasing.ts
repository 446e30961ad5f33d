import type { Connection } from 'mongoose';
import { randomBytes } from 'node:crypto';
import type { Method } from '../../../survey-definitions/contract/index.js';
import { inTransaction } from '../../database/index.js';
import { AppError } from '../../errors.js';
import type { Methods } from '../methods/registry.js';
import type { Release } from '../releases/release.js';
import type { ReleaseRepository } from '../releases/release.repository.js';
import type { StoredScore } from '../scores/scoreContent.js';
import type { ScoreRepository } from '../scores/score.repository.js';
import type { Scoring } from '../scores/scoring.js';
import { scoreMaterialOf, type Draft, type DraftChoice, type Drafts } from './drafts.js';

export interface ReleasingSurroundings {
  connection: Connection;
  drafts: Drafts;
  releases: ReleaseRepository;
  scores: ScoreRepository;
  methods: Pick<Methods, 'all'>;
  scoring: Scoring;
}

export type Releasing = ReturnType<typeof createReleasing>;

/** Computing and releasing: the only ways in which a score is stored. */
export function createReleasing({ connection, drafts, releases, scores, methods, scoring }: ReleasingSurroundings) {
  /** Every method, with and without synthetic data where there are any. */
  async function scoresOf(draft: Draft): Promise<StoredScore[]> {
    const found: StoredScore[] = [];
    for (const method of methods.all) {
      const complete = await scoring.scoreOf(scoreMaterialOf(draft, method, 'included'));
      found.push(complete);
      if (complete.content.inputs.synthetic.length > 0)
        found.push(await scoring.scoreOf(scoreMaterialOf(draft, method, 'excluded')));
    }
    return found;
  }

  /** Computes and stores the score of one method; the same inputs give the same score and store nothing new. */
  async function compute(choice: DraftChoice, method: Method): Promise<{ score: StoredScore; isNew: boolean }> {
    const score = await scoring.scoreOf(scoreMaterialOf(await drafts.draftOf(choice), method, 'included'));
    return { score, isNew: await scores.save(score) };
  }

  /** Publishes a town and year as it stands today; from then on this is what the public sees. */
  async function release(choice: DraftChoice, by: string): Promise<Release> {
    const draft = await drafts.draftOf(choice);
    if (draft.parts.some(({ estimates }) => estimates.populationExceeded))
      throw new AppError('conflict', { message: 'more respondents than the population is said to have' });
    if (draft.weightingFaults.length > 0)
      throw new AppError('conflict', { message: 'the stored weights of a wave cannot be computed' });
    const stored = await scoresOf(draft);
    const [newest] = await releases.listOfTown(choice.townId);
    const release: Release = {
      _id: randomBytes(16).toString('hex'),
      townId: choice.townId,
      year: choice.year,
      date: draft.today,
      number: (newest?.number ?? 0) + 1,
      by,
      parts: draft.parts.map(({ next }) => next),
      scores: stored.map(({ id, content }) => ({
        methodId: content.method.id,
        methodVersion: content.method.version,
        synthetic: content.options.synthetic,
        scoreId: id,
        integral: integralOf(content),
      })),
    };
    await inTransaction(connection, async (session) => {
      for (const score of stored) await scores.save(score, session);
      await releases.insert(release, session);
    });
    return release;
  }

  return { compute, release };
}

/** The number of a score with its range, for lists; null for a partial score. */
export function integralOf({ result, uncertainty }: StoredScore['content']): Release['scores'][number]['integral'] {
  const { integral } = result;
  if (integral.state === 'missing') return null;
  const { score, samplingError } = integral;
  const drawn = uncertainty?.state === 'drawn' ? uncertainty.scores.integral?.interval : undefined;
  const range = drawn ?? (samplingError.state === 'estimated' ? samplingError.interval : undefined);
  return { score, ...range };
}
