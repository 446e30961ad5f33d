/**
 * Things by what they have in common, in one pass: tables of sectors may have tens of thousands of rows.
 *
 * @param keyOf what things of one group share
 * @returns groups in the order of their first members, members in the order given
 * @example grouped(['oil', 'coal', 'ore'], (word) => word.length).get(3) // ['oil', 'ore']
 */
export function grouped<Key, Thing>(things: readonly Thing[], keyOf: (thing: Thing) => Key): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
