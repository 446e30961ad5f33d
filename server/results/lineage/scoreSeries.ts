import type { ReleaseSummary } from '../releases/release.js';
import type { ScoreContent } from '../scores/scoreContent.js';

/** A score as a release named it. */
export interface ReleasedScore {
  scoreId: string;
  number: number;
  date: string;
  integral: ReleaseSummary['scores'][number]['integral'];
}

/** Where a score stands among those released of the same town, year, method and treatment of synthetic data. */
export interface Standing {
  /** Releases that name it, the oldest first; none for a score that was only computed. */
  releases: ReleasedScore[];
  older: ReleasedScore | null;
  /** What superseded it. */
  newer: ReleasedScore | null;
}

type SeriesOf = Pick<ScoreContent, 'year' | 'method' | 'options'>;

/**
 * Versions of a method supersede one another; another method or the other treatment of synthetic data is a series of its
 * own.
 *
 * @param releases of one town, the newest first
 */
export function seriesOf(releases: readonly ReleaseSummary[], { year, method, options }: SeriesOf): ReleasedScore[] {
  return releases
    .filter((release) => release.year === year)
    .toReversed()
    .flatMap(({ number, date, scores }) =>
      scores
        .filter(({ methodId, synthetic }) => methodId === method.id && synthetic === options.synthetic)
        .map(({ scoreId, integral }) => ({ scoreId, number, date, integral })),
    );
}

export function standingIn(series: readonly ReleasedScore[], scoreId: string): Standing {
  const isIt = (entry: ReleasedScore): boolean => entry.scoreId === scoreId;
  const first = series.findIndex(isIt);
  const last = series.findLastIndex(isIt);
  return {
    releases: series.filter(isIt),
    older: first > 0 ? (series[first - 1] ?? null) : null,
    newer: first < 0 ? null : (series[last + 1] ?? null),
  };
}
