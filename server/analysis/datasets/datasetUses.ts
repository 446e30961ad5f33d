/** Counts in one place what rests on a data set: saved analyses, models that somebody works on. */
export type CountUses = (digest: string) => Promise<number>;
export type DatasetUses = ReturnType<typeof createDatasetUses>;

/** Whatever keeps the digest of data hands in how to count it, so that data in use are never removed. */
export function createDatasetUses() {
  const counters: CountUses[] = [];
  return {
    addUse(count: CountUses): void {
      counters.push(count);
    },
    async countOf(digest: string): Promise<number> {
      const counts = await Promise.all(counters.map((count) => count(digest)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
