import type { Definition } from '../definition.js';
import type { Indicator } from '../indicator.js';
import { isQuestion, type Item } from '../item.js';
import { itemsWithPaths, repeated, type Fault } from './fault.js';

/** Indicators whose items do not exist, cannot be scored or are too few. */
export function indicatorFaults(definition: Definition): Fault[] {
  const items = new Map(itemsWithPaths(definition).map(({ item }) => [item.id, item]));
  const codes = repeated(definition.indicators.map((indicator) => indicator.code)).map((at) => ({
    path: ['indicators', at, 'code'],
    message: 'this code is used twice',
  }));
  return [...codes, ...definition.indicators.flatMap((indicator, at) => faultsOfIndicator(indicator, at, items))];
}

function faultsOfIndicator(indicator: Indicator, at: number, items: Map<string, Item>): Fault[] {
  const path = ['indicators', at, 'items'];
  const faults: Fault[] = indicator.items.flatMap(({ item: id }) => {
    const item = items.get(id);
    if (!item || !isQuestion(item)) return [{ path, message: `no item "${id}"` }];
    return item.type === 'scale' ? [] : [{ path, message: `"${id}" has no scale and cannot be scored` }];
  });
  if (repeated(indicator.items.map(({ item }) => item)).length > 0) faults.push({ path, message: 'an item is named twice' });
  if (indicator.minValid > indicator.items.length)
    faults.push({ path: ['indicators', at, 'minValid'], message: 'more valid items are asked for than the indicator has' });
  if (indicator.comparator !== undefined && !items.has(indicator.comparator))
    faults.push({ path: ['indicators', at, 'comparator'], message: `no item "${indicator.comparator}"` });
  return faults;
}
