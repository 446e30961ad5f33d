import { ScoringError } from '../scoringError.js';
import type { ShareMargin } from './shareMargin.js';

/** Below this number of respondents a category is proposed for a merge. */
const FEWEST_RESPONDENTS = 5;

/** A category with too few respondents to weight by, and the neighbour that could take it in. */
export interface MergeProposal {
  readonly margin: string;
  readonly code: number;
  readonly respondents: number;
  /** The neighbour in the order of the margin with fewer respondents; absent where there is no other category. */
  readonly into?: number;
}

/**
 * Proposals to merge categories of a margin that have fewer than 5 respondents, the empty ones among them, or respondents
 * but no people in the population. They are for a person to confirm; nothing is merged by itself.
 *
 * @param margin its codes in their natural order (age groups from young to old)
 * @returns in the order of the codes; none where every category has 5 respondents
 * @source methodology §2.4
 * @example mergeProposalsFor(ageGroups) // [{ margin: 'age', code: 6, respondents: 3, into: 5 }]
 */
export function mergeProposalsFor({ name, codes, shares }: ShareMargin): MergeProposal[] {
  const counts = Array.from(shares, ([code, share]) => ({
    code,
    share,
    respondents: Array.from(codes).filter((other) => other === code).length,
  }));
  return counts.flatMap(({ code, share, respondents }, at) => {
    if (share === 0 ? respondents === 0 : respondents >= FEWEST_RESPONDENTS) return [];
    const neighbours = [counts[at - 1], counts[at + 1]].flatMap((neighbour) =>
      neighbour && neighbour.share > 0 ? [neighbour] : [],
    );
    const [into] = neighbours.sort((a, b) => a.respondents - b.respondents);
    return [{ margin: name, code, respondents, ...(into && { into: into.code }) }];
  });
}

/**
 * A margin in which one category is counted as another.
 *
 * @param margin is not changed
 * @param code the category that goes
 * @param into the category that takes it in
 * @throws ScoringError `unknown-category` for a code that the margin does not have
 * @example mergedMargin(ageGroups, 6, 5).shares.has(6) // false
 */
export function mergedMargin(margin: ShareMargin, code: number, into: number): ShareMargin {
  const { name, codes, shares } = margin;
  const gone = shares.get(code);
  const kept = shares.get(into);
  if (gone === undefined || kept === undefined || code === into)
    throw new ScoringError('unknown-category', { margin: name, code, into });
  const merged = new Map([...shares].filter(([other]) => other !== code));
  merged.set(into, kept + gone);
  return { name, codes: codes.map((other) => (other === code ? into : other)), shares: merged };
}
