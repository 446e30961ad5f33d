/**
 * Mann–Kendall test for a trend, summed over groups: how many standard deviations the number of ordered pairs lies from
 * that of a random order (var S = n(n−1)(2n+5)/18 per group of n without ties). Beyond ±5 chance has a part in a million.
 */
export function trendOf(groups: readonly (readonly number[])[]): number {
  let score = 0;
  let variance = 0;
  for (const values of groups) {
    const n = values.length;
    variance += (n * (n - 1) * (2 * n + 5)) / 18;
    for (const [later, value] of values.entries())
      for (const earlier of values.slice(0, later)) score += Math.sign(value - earlier);
  }
  return variance === 0 ? 0 : score / Math.sqrt(variance);
}

export const NO_TREND = 5;

const SQLITE_PAGE_BYTES = 4096;

/** Places in a SQLite file, page by page: inside a page new rows are laid down from the end towards the beginning. */
export function byPage(places: readonly number[]): number[][] {
  const pages = new Map<number, number[]>();
  for (const place of places) {
    const page = Math.floor(place / SQLITE_PAGE_BYTES);
    pages.set(page, [...(pages.get(page) ?? []), place]);
  }
  return [...pages.values()];
}
