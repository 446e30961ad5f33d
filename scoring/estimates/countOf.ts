/**
 * How many rows belong.
 *
 * @param members 0/1 per row
 * @example countOf(Uint8Array.of(1, 0, 1)) // 2
 */
export function countOf(members: Uint8Array): number {
  let count = 0;
  for (const member of members) count += member;
  return count;
}
