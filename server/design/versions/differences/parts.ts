import type { Place } from '../../places.js';
import { difference, type Difference } from '../difference.js';
import { movedMembers } from '../movedMembers.js';
import { sameContent } from '../sameContent.js';

interface Part {
  id: string;
}
export type NamedPart = Extract<Place, { id: string }>['part'];

/**
 * Differences of the members of one kind: those that came and went, those that were moved, and what `compare` has to say of
 * those in both states. What it does not know of is called changed, so that nothing that differs is passed over.
 */
export function partDifferences<Member extends Part>(
  part: NamedPart,
  before: readonly Member[],
  after: readonly Member[],
  compare: (was: Member, is: Member, place: Place) => Difference[],
  { ordered = true } = {},
): Difference[] {
  const was = new Map(before.map((member) => [member.id, member]));
  const is = new Map(after.map((member) => [member.id, member]));
  const found = [...is.values()].flatMap((member) => {
    const place = { part, id: member.id };
    const old = was.get(member.id);
    if (old === undefined) return [difference(place, 'added')];
    if (sameContent(old, member)) return [];
    const differences = compare(old, member, place);
    return differences.length > 0 ? differences : [difference(place, 'changed')];
  });
  const gone = [...was.keys()].filter((id) => !is.has(id)).map((id) => difference({ part, id }, 'removed'));
  return [...found, ...gone, ...(ordered ? moves(part, [...was.keys()], [...is.keys()]) : [])];
}

export function moves(part: NamedPart, before: readonly string[], after: readonly string[]): Difference[] {
  return movedMembers(before, after).map(({ id, behind }) =>
    behind === undefined ? difference({ part, id }, 'moved_first') : difference({ part, id }, 'moved', { behind }),
  );
}
