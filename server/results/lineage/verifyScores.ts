import type { ReleaseSummary } from '../releases/release.js';
import type { ScoreDocument, ScoreRepository } from '../scores/score.repository.js';
import { digestOf, readStoredScore } from '../scores/scoreFrom.js';
import type { StoredScore } from '../scores/scoreContent.js';
import { recomputationOf, type ContentPart } from './recomputation.js';

/** One stored score that is not what it should be. */
export interface ScoreDifference {
  townId: string;
  scoreId: string;
  kind:
    | 'digest-differs'
    | 'unreadable'
    | 'entry-differs'
    | 'recomputed-differs'
    | 'no-method'
    | 'refused'
    | 'released-but-not-stored';
  /** Parts of the content that come out otherwise. */
  parts?: ContentPart[];
}

export interface ScoreVerification {
  scores: number;
  differences: ScoreDifference[];
  /** Computed by another version of the software, whose numbers this one does not repeat: no fault, but to be known. */
  otherSoftware: (ScoreDifference & { software: string })[];
}

export type ScoreVerificationSources = Parameters<typeof recomputationOf>[1] & {
  scores: Pick<ScoreRepository, 'streamAll'>;
  releases: { listAll: () => Promise<ReleaseSummary[]> };
  software: string;
};

/**
 * Reads every stored score, checks it against its digest and computes it again. Holds one score at a time in memory, and
 * the ids of all.
 */
export async function verifyScores(sources: ScoreVerificationSources): Promise<ScoreVerification> {
  const total: ScoreVerification = { scores: 0, differences: [], otherSoftware: [] };
  const stored = new Set<string>();
  for await (const document of sources.scores.streamAll()) {
    total.scores += 1;
    stored.add(document._id);
    const score = readOrNull(document.canonical);
    const found = await differenceOf(document, score, sources);
    if (found === null) continue;
    const isOther = found.kind === 'recomputed-differs' && score !== null && score.content.software !== sources.software;
    if (isOther) total.otherSoftware.push({ ...found, software: score.content.software });
    else total.differences.push(found);
  }
  for (const { townId, scores } of await sources.releases.listAll())
    for (const { scoreId } of scores)
      if (!stored.has(scoreId)) total.differences.push({ townId, scoreId, kind: 'released-but-not-stored' });
  return total;
}

async function differenceOf(
  document: ScoreDocument,
  score: StoredScore | null,
  sources: ScoreVerificationSources,
): Promise<ScoreDifference | null> {
  const { _id: scoreId, townId } = document;
  if (digestOf(document.canonical) !== scoreId) return { townId, scoreId, kind: 'digest-differs' };
  if (score === null) return { townId, scoreId, kind: 'unreadable' };
  if (!isEntryOf(document, score)) return { townId, scoreId, kind: 'entry-differs' };
  const again = await recomputationOf(score, sources);
  if (again.state === 'same') return null;
  if (again.state === 'impossible') return { townId, scoreId, kind: again.reason };
  return { townId, scoreId, kind: 'recomputed-differs', parts: again.parts };
}

function readOrNull(canonical: string): StoredScore | null {
  try {
    return readStoredScore(canonical);
  } catch {
    return null;
  }
}

/** Whether what stands beside a score, to find it, says the same as the score. */
function isEntryOf({ townId, year, methodId, methodVersion }: ScoreDocument, { content }: StoredScore): boolean {
  const { method } = content;
  return townId === content.townId && year === content.year && methodId === method.id && methodVersion === method.version;
}
