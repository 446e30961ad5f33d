import type { Definition, Item, Section } from '../../../../survey-definitions/contract/index.js';
import { groupAround, sectionWith } from './randomisedGroups.js';

/** Where an item is put: before another item of a section, or at its end. */
export interface Placement {
  section: string;
  before: string | null;
}
export type Step = 'up' | 'down';

/**
 * Puts an item somewhere else. A randomised group stays together: what would come to stand between its members stands
 * behind it, and a member that leaves is no member any more.
 */
export function placeItem(definition: Definition, id: string, { section: target, before }: Placement): Definition {
  const moved = definition.sections.flatMap(({ items }) => items).find((item) => item.id === id);
  if (moved === undefined || before === id || !definition.sections.some((section) => section.id === target)) return definition;
  const sections = definition.sections.map((section) => {
    const others = section.items.filter((item) => item !== moved);
    if (section.id !== target) return others.length === section.items.length ? section : sectionWith(section, others);
    return sectionWith(section, inserted(section, others, moved, before));
  });
  return { ...definition, sections };
}

function inserted(section: Section, others: Item[], moved: Item, before: string | null): Item[] {
  const wanted = others.findIndex((item) => item.id === before);
  let at = wanted < 0 ? others.length : wanted;
  const group = groupAround(section, others, at);
  if (group && !group.includes(moved.id)) while (group.includes(others[at]?.id ?? '')) at += 1;
  return others.toSpliced(at, 0, moved);
}

/** One place up or down, over a randomised group as a whole; at the edge of a section into the neighbouring one. */
export function stepItem(definition: Definition, id: string, step: Step): Definition {
  const s = definition.sections.findIndex(({ items }) => items.some((item) => item.id === id));
  const section = definition.sections[s];
  if (section === undefined) return definition;
  const at = section.items.findIndex((item) => item.id === id);
  const edge = step === 'up' ? 0 : section.items.length - 1;
  if (at === edge) return stepOutside(definition, id, step, s);
  const [before] = step === 'up' ? [passed(section, id, at - 1, -1)] : [passed(section, id, at + 1, 1) + 1];
  return placeItem(definition, id, { section: section.id, before: section.items[before]?.id ?? null });
}

function stepOutside(definition: Definition, id: string, step: Step, s: number): Definition {
  const neighbour = definition.sections[step === 'up' ? s - 1 : s + 1];
  if (neighbour === undefined) return definition;
  const before = step === 'up' ? null : (neighbour.items[0]?.id ?? null);
  return placeItem(definition, id, { section: neighbour.id, before });
}

/** The last position that a step passes: the neighbour, or the far end of the neighbour's group where the item is no member. */
function passed(section: Section, id: string, neighbour: number, direction: 1 | -1): number {
  const group = section.randomised.find((members) => members.includes(section.items[neighbour]?.id ?? ''));
  let at = neighbour;
  if (group && !group.includes(id)) while (group.includes(section.items[at + direction]?.id ?? '')) at += direction;
  return at;
}
