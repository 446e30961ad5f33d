/** Rows in groups. */
export interface Groups {
  /** Names in the order in which they first appear. */
  names: string[];
  /** The group of each row, a position in `names`. */
  numbers: Int32Array;
  /** Rows of each group. */
  sizes: Int32Array;
}

/** Numbers the groups that rows name. */
export function groupsOf(labels: readonly string[]): Groups {
  const positions = new Map<string, number>();
  const numbers = Int32Array.from(labels, (label) => {
    const position = positions.get(label) ?? positions.size;
    positions.set(label, position);
    return position;
  });
  const sizes = new Int32Array(positions.size);
  for (const number of numbers) sizes[number] = (sizes[number] ?? 0) + 1;
  return { names: [...positions.keys()], numbers, sizes };
}
