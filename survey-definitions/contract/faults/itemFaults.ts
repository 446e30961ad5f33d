import type { Definition } from '../definition.js';
import { itemsOf } from '../condition.js';
import type { Item } from '../item.js';
import { codesOf, itemsWithPaths, type Fault } from './fault.js';

/** Items without their answers, scales out of step, and groups of items that do not hold together. */
export function itemFaults(definition: Definition): Fault[] {
  return [
    ...itemsWithPaths(definition).flatMap(({ item, path }) => faultsOfItem(definition, item, path)),
    ...scaleFaults(definition),
    ...randomisedGroupFaults(definition),
    ...straightlineFaults(definition),
  ];
}

function faultsOfItem(definition: Definition, item: Item, path: Fault['path']): Fault[] {
  const faults: Fault[] = [];
  if (item.type === 'scale' && !definition.scales.some((scale) => scale.id === item.scale))
    faults.push({ path: [...path, 'scale'], message: `no scale "${item.scale}"` });
  if ('list' in item && !definition.lists.some((list) => list.id === item.list))
    faults.push({ path: [...path, 'list'], message: `no code list "${item.list}"` });
  if ('min' in item && item.min !== undefined && item.max !== undefined && item.min > item.max)
    faults.push({ path: [...path, 'min'], message: 'the smallest value is above the largest' });
  const codes = codesOf(definition, item);
  if (item.type === 'multiple' && codes && (item.maxChoices ?? 1) > codes.length)
    faults.push({ path: [...path, 'maxChoices'], message: 'more choices are allowed than there are options' });
  return faults;
}

function scaleFaults(definition: Definition): Fault[] {
  return definition.scales.flatMap((scale, s) => {
    const codes = scale.options.map((option) => option.code);
    const faults: Fault[] = scale.topCodes
      .filter((code) => !codes.includes(code))
      .map((code) => ({ path: ['scales', s, 'topCodes'], message: `code ${code} is not on the scale` }));
    if (codes.some((code, at) => at > 0 && code !== (codes[at - 1] ?? 0) + 1))
      faults.push({ path: ['scales', s, 'options'], message: 'codes of a scale must rise by one' });
    return faults;
  });
}

function randomisedGroupFaults(definition: Definition): Fault[] {
  return definition.sections.flatMap((section, s) => {
    const ids = section.items.map((item) => item.id);
    return section.randomised.flatMap((group, g) => {
      const path = ['sections', s, 'randomised', g];
      const first = ids.indexOf(group[0] ?? '');
      if (first < 0 || group.some((id, at) => ids[first + at] !== id))
        return [{ path, message: 'a randomised group must list neighbouring items of its section in order' }];
      const members = section.items.slice(first, first + group.length);
      return members.some((item) => item.when && itemsOf(item.when).some((id) => group.includes(id)))
        ? [{ path, message: 'an item of a randomised group must not depend on another item of the group' }]
        : [];
    });
  });
}

function straightlineFaults(definition: Definition): Fault[] {
  const items = new Map(itemsWithPaths(definition).map(({ item }) => [item.id, item]));
  return definition.straightlineSets.flatMap((set, at) => {
    const unknown = set.items.filter((id) => !items.has(id));
    if (unknown.length > 0) return unknown.map((id) => ({ path: ['straightlineSets', at, 'items'], message: `no item "${id}"` }));
    const scales = new Set(
      set.items.map((id) => {
        const item = items.get(id);
        return item?.type === 'scale' ? item.scale : undefined;
      }),
    );
    return scales.size > 1 || scales.has(undefined)
      ? [{ path: ['straightlineSets', at, 'items'], message: 'the items must share one scale' }]
      : [];
  });
}
