import { randomBytes } from 'node:crypto';
import { AppError } from '../../errors.js';
import {
  keyOf,
  marginName,
  type Adjustment,
  type Margin,
  type Merge,
  type Weighting,
  type WeightingContent,
} from './weighting.js';
import type { Place, WeightingRepository } from './weighting.repository.js';

/** Who changes a weighting. */
export interface WeightingAuthor {
  accountId: string;
  signInName: string;
}

export interface WeightingSurroundings {
  weightings: WeightingRepository;
  clock: () => Date;
}

export type WeightingService = ReturnType<typeof createWeightingService>;

/** The weighting of waves in towns: every change makes a new revision, and the old ones stay. */
export function createWeightingService({ weightings, clock }: WeightingSurroundings) {
  async function change(
    place: Place,
    author: WeightingAuthor,
    changed: (content: WeightingContent) => WeightingContent,
  ): Promise<Weighting> {
    const current = await weightings.findCurrent(place);
    const { adjustment, margins } = changed(current ?? { adjustment: 'none', margins: [] });
    const weighting: Weighting = {
      id: randomBytes(16).toString('hex'),
      ...place,
      revision: (current?.revision ?? 0) + 1,
      adjustment,
      margins: margins.map((margin) => ({ ...margin, merges: livingMerges(margin) })),
      recordedAt: clock(),
      recordedBy: author.accountId,
      recordedByName: author.signInName,
    };
    await weightings.insert(weighting);
    return weighting;
  }

  return {
    current: (place: Place): Promise<Weighting | null> => weightings.findCurrent(place),
    history: (place: Place): Promise<Weighting[]> => weightings.listRevisions(place),

    chooseAdjustment: (place: Place, adjustment: Adjustment, author: WeightingAuthor) =>
      change(place, author, (content) => ({ ...content, adjustment })),

    /** Enters a margin or replaces the one of the same variables, whose merges stay. The first one begins the weighting. */
    putMargin: (place: Place, margin: Margin, author: WeightingAuthor) =>
      change(place, author, ({ adjustment, margins }) => ({
        adjustment: margins.length === 0 ? startingAdjustment([margin]) : adjustment,
        margins: margins.some((known) => isSame(known, margin))
          ? margins.map((known) => (isSame(known, margin) ? { ...margin, merges: known.merges } : known))
          : [...margins, margin],
      })),

    /** Takes the margins of a file instead of all that stood there. */
    replaceMargins: (place: Place, margins: readonly Margin[], author: WeightingAuthor) =>
      change(place, author, ({ adjustment, margins: before }) => ({
        adjustment: before.length === 0 ? startingAdjustment(margins) : adjustment,
        margins: margins.map((margin) => ({ ...margin, merges: before.find((known) => isSame(known, margin))?.merges ?? [] })),
      })),

    removeMargin: (place: Place, variables: readonly string[], author: WeightingAuthor) =>
      change(place, author, ({ adjustment, margins }) => {
        const left = margins.filter((margin) => !isSame(margin, { variables }));
        return { adjustment: left.length === 0 ? 'none' : adjustment, margins: left };
      }),

    /** Counts a category as another of the same margin. @throws AppError badRequest where one of them is not there */
    merge: (place: Place, variables: readonly string[], merge: Merge, author: WeightingAuthor) =>
      change(place, author, ({ adjustment, margins }) => ({
        adjustment,
        margins: margins.map((margin) => (isSame(margin, { variables }) ? withMerge(margin, merge) : margin)),
      })),

    /** Counts a category by itself again. */
    separate: (place: Place, variables: readonly string[], codes: readonly number[], author: WeightingAuthor) =>
      change(place, author, ({ adjustment, margins }) => ({
        adjustment,
        margins: margins.map((margin) =>
          isSame(margin, { variables })
            ? { ...margin, merges: margin.merges.filter((merge) => keyOf(merge.codes) !== keyOf(codes)) }
            : margin,
        ),
      })),
  };
}

/** Lists of staff give one margin, the organisations, for whose sake answers are missing: each is weighted by itself. */
function startingAdjustment([first, ...others]: readonly Margin[]): Adjustment {
  return others.length === 0 && first?.variables.join() === 'r_org_type' ? 'post-stratification' : 'raking';
}

function isSame(margin: Pick<Margin, 'variables'>, other: { variables: readonly string[] }): boolean {
  return marginName(margin.variables) === marginName(other.variables);
}

function withMerge(margin: Margin, merge: Merge): Margin {
  const merged = { ...margin, merges: [...margin.merges, merge] };
  if (livingMerges(merged).length < merged.merges.length)
    throw new AppError('badRequest', { message: 'a merge needs two categories that the margin has' });
  return merged;
}

/** Merges whose categories the margin still has when their turn comes. */
function livingMerges({ categories, merges }: Margin): Merge[] {
  const living = new Set(categories.map(({ codes }) => keyOf(codes)));
  return merges.filter(({ codes, into }) => {
    const [gone, kept] = [keyOf(codes), keyOf(into)];
    if (gone === kept || !living.has(gone) || !living.has(kept)) return false;
    living.delete(gone);
    return true;
  });
}
