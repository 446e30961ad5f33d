/**
 * The fewest members that have to be moved to bring what both lists have from the first order into the second: all but the
 * longest run of members whose order did not change. Each with its new neighbour before it, undefined at the beginning.
 *
 * @example movedMembers(['a', 'b', 'c'], ['c', 'a', 'b']) // [{ id: 'c', behind: undefined }]
 */
export function movedMembers(before: readonly string[], after: readonly string[]): { id: string; behind: string | undefined }[] {
  const position = new Map(before.map((id, at) => [id, at]));
  const common = after.filter((id) => position.has(id));
  const staying = longestRising(common.map((id) => position.get(id) ?? 0));
  return common.flatMap((id, at) => (staying.has(at) ? [] : [{ id, behind: after[after.indexOf(id) - 1] }]));
}

/** The places of one longest rising subsequence. */
function longestRising(numbers: readonly number[]): Set<number> {
  const lastOf: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    const found = lastOf.findIndex((last) => (numbers[last] ?? 0) >= number);
    const length = found < 0 ? lastOf.length : found;
    previous[at] = lastOf[length - 1];
    lastOf[length] = at;
  }
  const places = new Set<number>();
  for (let at = lastOf.at(-1); at !== undefined; at = previous[at]) places.add(at);
  return places;
}
