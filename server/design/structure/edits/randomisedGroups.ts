import type { Item, Section } from '../../../../survey-definitions/contract/index.js';

/** A section with other items: its randomised groups keep those members that still stand side by side. */
export function sectionWith(section: Section, items: Item[]): Section {
  return { ...section, items, randomised: section.randomised.flatMap((group) => keptGroup(group, items)) };
}

function keptGroup(group: readonly string[], items: readonly Item[]): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const { id } of items) {
    if (group.includes(id)) run.push(id);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  const [longest] = [...runs, run].toSorted((a, b) => b.length - a.length);
  return longest !== undefined && longest.length >= 2 ? [longest] : [];
}

/** The group in whose middle position `at` lies: the item before it and the one behind are members. */
export function groupAround(section: Section, items: readonly Item[], at: number): string[] | undefined {
  const [before, behind] = [items[at - 1]?.id, items[at]?.id];
  if (before === undefined || behind === undefined) return undefined;
  return section.randomised.find((group) => group.includes(before) && group.includes(behind));
}
