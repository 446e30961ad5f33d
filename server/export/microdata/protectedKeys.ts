/** A value by which somebody could be recognised. */
export type Key = string | number;

/** Values that can no longer be told apart, in their order. */
export type KeyClass = readonly Key[];

/** What becomes of a key variable: its values stay, some of them are one class, or nothing of it is left. */
export type Treatment = { kind: 'kept' } | { kind: 'coarsened'; classOf: ReadonlyMap<Key, KeyClass> } | { kind: 'dropped' };

/**
 * Makes sure that every combination of key variables that occurs has k people. The variables are taken one after the
 * other, the most important first; neighbouring values of a variable are joined until no group of people that looked
 * alike so far falls apart into parts of fewer than k. A variable of which one class is left says nothing and is dropped.
 *
 * @param people one row of keys per person
 * @param k smallest group
 * @returns a treatment per variable; null if there are fewer than k people, for whom nothing can be done
 * @source methodology §2.9; k-anonymity by joining neighbouring classes (Samarati & Sweeney 1998)
 * @example protectedKeysFrom([[1], [1], [2], [3]], 2) // [{ kind: 'coarsened', classOf: 1 → [1], 2 → [2, 3], 3 → [2, 3] }]
 */
export function protectedKeysFrom(people: readonly (readonly Key[])[], k: number): Treatment[] | null {
  if (people.length < k) return null;
  let groups = people.map(() => 0);
  return (people[0] ?? []).map((_, at) => {
    const keys = people.map((person) => person[at] ?? '');
    const classes = safeClassesOf(keys, groups, k);
    const classOf = new Map(classes.flatMap((members) => members.map((key) => [key, members] as const)));
    groups = splitGroups(groups, keys, classOf);
    return treatmentFrom(classes, classOf);
  });
}

function treatmentFrom(classes: readonly KeyClass[], classOf: ReadonlyMap<Key, KeyClass>): Treatment {
  if (classes.every((members) => members.length === 1)) return { kind: 'kept' };
  return classes.length === 1 ? { kind: 'dropped' } : { kind: 'coarsened', classOf };
}

/** The finest classes of neighbouring values that part no group into fewer than k people. */
function safeClassesOf(keys: readonly Key[], groups: readonly number[], k: number): KeyClass[] {
  const classes: KeyClass[] = [...new Set(keys)].sort(inOrder).map((key) => [key]);
  for (;;) {
    const sizes = classes.map((members) => sizesByGroup(members, keys, groups));
    const totals = sizes.map((byGroup) => [...byGroup.values()].reduce((sum, size) => sum + size, 0));
    const unsafe = sizes.flatMap((byGroup, at) => ([...byGroup.values()].some((size) => size < k) ? [at] : []));
    const smallest = unsafe.sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || a - b)[0];
    if (smallest === undefined || classes.length === 1) return classes;
    const first = mergesLeft(totals, smallest) ? smallest - 1 : smallest;
    classes.splice(first, 2, [...(classes[first] ?? []), ...(classes[first + 1] ?? [])]);
  }
}

/** Towards the smaller neighbour, so that large classes stay apart. */
function mergesLeft(totals: readonly number[], at: number): boolean {
  return (totals[at - 1] ?? Infinity) <= (totals[at + 1] ?? Infinity);
}

function sizesByGroup(members: KeyClass, keys: readonly Key[], groups: readonly number[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const [person, key] of keys.entries()) {
    const group = groups[person] ?? 0;
    if (members.includes(key)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes;
}

function splitGroups(groups: readonly number[], keys: readonly Key[], classOf: ReadonlyMap<Key, KeyClass>): number[] {
  const numbers = new Map<string, number>();
  return groups.map((group, person) => {
    const name = JSON.stringify([group, classOf.get(keys[person] ?? '')]);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** Codes as numbers, the reasons for no answer after them, words by their letters. */
function inOrder(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a < 0 === b < 0 ? Math.abs(a) - Math.abs(b) : b - a;
  return typeof a === typeof b ? (a < b ? -1 : 1) : typeof a === 'number' ? -1 : 1;
}
