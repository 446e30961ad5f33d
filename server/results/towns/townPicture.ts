import type { PopulationRelease, ReleaseSummary } from '../releases/release.js';
import type { ScoreContent } from '../scores/scoreContent.js';

/** A town and score year as somebody may see it: surveys, official figures and the score made of them. */
export interface TownPicture {
  townId: string;
  year: number;
  /** `live` only on waves of a demonstration: the numbers move as people answer. */
  kind: 'released' | 'live';
  /** Null where nothing has been released yet. */
  release: ReleaseSummary | null;
  /** At most one of each population. */
  parts: PopulationRelease[];
  score: ScoreContent;
  /** Digest of the stored score; a live score is a preview without one. */
  scoreId: string | null;
}

export interface PictureChoice {
  year?: number | undefined;
  methodId?: string | undefined;
  synthetic?: 'included' | 'excluded' | undefined;
}

/** A town in a list: its newest score, as anybody may see it. */
export interface TownHeadline {
  townId: string;
  year: number;
  live: boolean;
  /** Null for a live score. */
  scoreId: string | null;
  /** Rests on synthetic data, wholly or in part. */
  demonstration: boolean;
  /** Null for a partial score. */
  integral: { score: number; lower?: number | undefined; upper?: number | undefined } | null;
  /** What its range contains: the draws, or the sampling error only in scores from before there were draws. */
  basis: 'draws' | 'sampling';
}
