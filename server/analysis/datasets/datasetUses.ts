/** Counts in one place what rests on a data set: saved analyses, models that somebody works on. */
type CountUses = (digest: string) => Promise<number>;

/** Whatever keeps the digest of data hands in how to count it, so that data in use are never removed. */
export function createDatasetUses() {
  const counters: CountUses[] = [];
  return {
    addUse: (count: CountUses): void => {
      counters.push(count);
    },
    countOf: async (digest: string): Promise<number> => {
      const counts = await Promise.all(counters.map((count) => count(digest)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
