import type { Place } from '../../places.js';
import { difference, type Difference } from '../difference.js';

/** Items that joined or left a group of items. */
export function memberDifferences(place: Place, before: readonly string[], after: readonly string[]): Difference[] {
  return [
    ...after.filter((item) => !before.includes(item)).map((item) => difference(place, 'member_added', { item })),
    ...before.filter((item) => !after.includes(item)).map((item) => difference(place, 'member_removed', { item })),
  ];
}
