import type { TownPicture } from '../towns/townPicture.js';

/** Where a stored score is read, with all that it was computed from. */
export function scoreAddress(townId: string, scoreId: string): string {
  return `/towns/${townId}/scores/${scoreId}`;
}

/** Where the numbers of a picture come from; a live picture has no stored score, its preview stands in its place. */
export function lineageAddress({
  townId,
  year,
  scoreId,
  score,
}: Pick<TownPicture, 'townId' | 'year' | 'scoreId'> & { score?: Pick<TownPicture['score'], 'method' | 'options'> }): string {
  if (scoreId !== null) return scoreAddress(townId, scoreId);
  const query = new URLSearchParams({
    year: String(year),
    ...(score ? { method: score.method.id } : {}),
    ...(score?.options.synthetic === 'excluded' ? { synthetic: 'exclude' } : {}),
  });
  return `/towns/${townId}/scores/live?${query.toString()}`;
}
