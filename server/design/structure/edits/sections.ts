import type { Definition, Section } from '../../../../survey-definitions/contract/index.js';
import { withoutFormerIds } from './formerIds.js';
import { freeId } from './freeId.js';
import { withNames } from './mapItemIds.js';
import type { Step } from './placeItem.js';
import { takenVariableIds } from './takenIds.js';

export function findSection(definition: Definition, id: string): Section | null {
  return definition.sections.find((section) => section.id === id) ?? null;
}

export function takenSectionIds(definition: Definition): Set<string> {
  return new Set(definition.sections.map(({ id }) => id));
}

export function addSection(definition: Definition, section: Section): Definition {
  return { ...definition, sections: [...definition.sections, section] };
}

export function replaceSection(definition: Definition, id: string, change: (section: Section) => Section): Definition {
  return { ...definition, sections: definition.sections.map((section) => (section.id === id ? change(section) : section)) };
}

export function removeSection(definition: Definition, id: string): Definition {
  return { ...definition, sections: definition.sections.filter((section) => section.id !== id) };
}

/** One place up or down; the first and the last stay where they are. */
export function stepSection(definition: Definition, id: string, step: Step): Definition {
  const at = definition.sections.findIndex((section) => section.id === id);
  const section = definition.sections[at];
  const to = step === 'up' ? at - 1 : at + 1;
  if (section === undefined || to < 0 || to >= definition.sections.length) return definition;
  return { ...definition, sections: definition.sections.toSpliced(at, 1).toSpliced(to, 0, section) };
}

/** A copy of a section with all its items, each under a free id; conditions among them speak of the copies. */
export function duplicateSection(definition: Definition, id: string): { definition: Definition; copy: string } | null {
  const original = findSection(definition, id);
  if (original === null) return null;
  const copy = freeId(id, takenSectionIds(definition));
  const taken = takenVariableIds(definition);
  const names = new Map<string, string>();
  for (const item of original.items) {
    const name = freeId(item.id, taken);
    taken.add(name);
    names.set(item.id, name);
  }
  const name = (old: string): string => names.get(old) ?? old;
  const section: Section = {
    ...original,
    id: copy,
    items: original.items.map((item) => withNames(withoutFormerIds(item), name)),
    randomised: original.randomised.map((group) => group.map(name)),
  };
  const at = definition.sections.indexOf(original) + 1;
  return { definition: { ...definition, sections: definition.sections.toSpliced(at, 0, section) }, copy };
}
