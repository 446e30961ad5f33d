import type { Definition } from '../definition.js';
import type { Item } from '../item.js';

/** A place in a file where two parts do not fit. */
export interface Fault {
  path: (string | number)[];
  message: string;
}

/** Every item with its place in the file, in the order in which items are asked. */
export function itemsWithPaths(definition: Definition): { item: Item; path: Fault['path'] }[] {
  return definition.sections.flatMap((section, s) =>
    section.items.map((item, i) => ({ item, path: ['sections', s, 'items', i] })),
  );
}

/** Positions of values that stood before. */
export function repeated(values: (string | number)[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

/** The substantive codes of a coded item; undefined where any number may stand. */
export function codesOf(definition: Definition, item: Item | undefined): number[] | undefined {
  if (item === undefined) return undefined;
  const options =
    item.type === 'scale'
      ? definition.scales.find((scale) => scale.id === item.scale)?.options
      : 'list' in item
        ? definition.lists.find((list) => list.id === item.list)?.options
        : undefined;
  return options?.map((option) => option.code);
}
