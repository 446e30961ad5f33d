import { AppError } from '../../errors.js';
import type { Methods } from '../methods/registry.js';
import type { ReleaseSummary } from '../releases/release.js';
import type { ReleaseRepository } from '../releases/release.repository.js';
import type { ScoreEntry, ScoreRepository } from '../scores/score.repository.js';
import type { StoredScore } from '../scores/scoreContent.js';
import type { Scoring } from '../scores/scoring.js';
import { recomputationOf, type Recomputation } from './recomputation.js';
import { seriesOf, standingIn, type Standing } from './scoreSeries.js';
import { verifyScores, type ScoreVerification } from './verifyScores.js';

export interface LineageSurroundings {
  scores: ScoreRepository;
  releases: ReleaseRepository;
  methods: Pick<Methods, 'get'>;
  scoring: Scoring;
  /** What computes now. */
  software: string;
}

/** A stored score with its place among the released ones. */
export interface ScoreLineage {
  score: StoredScore;
  standing: Standing;
  /** Day on which it was stored; unknown for scores from before it was kept. */
  storedOn: string | null;
}

/** What was published of a town, and which scores were only computed. */
export interface TownScores {
  releases: ReleaseSummary[];
  computed: ScoreEntry[];
}

export type Lineage = ReturnType<typeof createLineage>;

/** Stored scores and how they came about. Reads only: no door here changes a stored score. */
export function createLineage(surroundings: LineageSurroundings) {
  const { scores, releases, software } = surroundings;

  return {
    software,

    /**
     * A stored score of a town. What no release names is for coordinators.
     *
     * @throws AppError notFound
     */
    async getScore(townId: string, scoreId: string, audience: 'public' | 'coordinators'): Promise<ScoreLineage> {
      const entry = (await scores.listOfTown(townId)).find(({ _id }) => _id === scoreId);
      if (!entry) throw new AppError('notFound');
      const score = await scores.get(scoreId);
      const standing = standingIn(seriesOf(await releases.listOfTown(townId), score.content), scoreId);
      if (standing.releases.length === 0 && audience === 'public') throw new AppError('notFound');
      return { score, standing, storedOn: entry.storedOn ?? null };
    },

    /** The scores of a town in time; those that were only computed for coordinators. */
    async listOfTown(townId: string, audience: 'public' | 'coordinators'): Promise<TownScores> {
      const published = await releases.listOfTown(townId);
      if (audience === 'public') return { releases: published, computed: [] };
      const named = new Set(published.flatMap((release) => release.scores.map(({ scoreId }) => scoreId)));
      return { releases: published, computed: (await scores.listOfTown(townId)).filter(({ _id }) => !named.has(_id)) };
    },

    recompute: (score: StoredScore): Promise<Recomputation> => recomputationOf(score, surroundings),

    verify: (): Promise<ScoreVerification> => verifyScores(surroundings),
  };
}
