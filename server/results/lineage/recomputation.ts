import { ScoringError } from '../../../scoring/index.js';
import { AppError } from '../../errors.js';
import type { Methods } from '../methods/registry.js';
import type { ScoreContent, StoredScore } from '../scores/scoreContent.js';
import type { Scoring } from '../scores/scoring.js';

export type ContentPart = keyof ScoreContent;

/** A stored score beside the one that follows from its own inputs today. */
export type Recomputation =
  { state: 'same' } | { state: 'differs'; parts: ContentPart[] } | { state: 'impossible'; reason: 'no-method' | 'refused' };

/** Computes a stored score again from nothing but what is stored with it, and compares the bytes. */
export async function recomputationOf(
  { canonical, content }: Pick<StoredScore, 'canonical' | 'content'>,
  { methods, scoring }: { methods: Pick<Methods, 'get'>; scoring: Pick<Scoring, 'recomputed'> },
): Promise<Recomputation> {
  try {
    const method = methods.get(content.method.id, content.method.version);
    const again = await scoring.recomputed(method, content);
    return again.canonical === canonical
      ? { state: 'same' }
      : { state: 'differs', parts: differentParts(content, again.content) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return { state: 'impossible', reason: 'no-method' };
    if (error instanceof ScoringError) return { state: 'impossible', reason: 'refused' };
    throw error;
  }
}

/** Both come from canonical JSON, where equal parts have equal texts. */
function differentParts(stored: ScoreContent, again: ScoreContent): ContentPart[] {
  const parts = [...new Set([...Object.keys(stored), ...Object.keys(again)])] as ContentPart[];
  return parts.filter((part) => JSON.stringify(stored[part]) !== JSON.stringify(again[part])).sort();
}
