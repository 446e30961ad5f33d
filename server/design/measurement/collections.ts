import type { Definition } from '../../../survey-definitions/contract/index.js';

/** The lists of a questionnaire whose members have a page of their own under measurement and rules. */
export type Collection = 'indicators' | 'endings' | 'analysisPopulations' | 'derived' | 'straightlineSets';
export type Member<Key extends Collection> = Definition[Key][number];

/** Where a member stands: under its id, or, for rules without one, under its position. */
export function keyOf(member: Member<Collection>, at: number): string {
  return 'id' in member ? member.id : String(at);
}

export function positionOf(definition: Definition, collection: Collection, key: string): number {
  return (definition[collection] as Member<Collection>[]).findIndex((member, at) => keyOf(member, at) === key);
}

/** The list with a member put into the place of another, or at the end where `at` is null. */
export function withMember<Key extends Collection>(
  definition: Definition,
  collection: Key,
  at: number | null,
  member: Member<Key>,
): Definition {
  const members = definition[collection] as Member<Key>[];
  return { ...definition, [collection]: at === null ? [...members, member] : members.with(at, member) };
}

export function withoutMember(definition: Definition, collection: Collection, at: number): Definition {
  return { ...definition, [collection]: (definition[collection] as Member<Collection>[]).toSpliced(at, 1) };
}

/** One place up or down; at the end of its list a member stays. */
export function withMoved(definition: Definition, collection: Collection, at: number, by: -1 | 1): Definition {
  const members = definition[collection] as Member<Collection>[];
  const [member, neighbour] = [members[at], members[at + by]];
  if (!member || !neighbour) return definition;
  return { ...definition, [collection]: members.with(at, neighbour).with(at + by, member) };
}
