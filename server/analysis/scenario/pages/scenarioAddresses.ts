/** Where the scenario of a town and year stands. */
export function entryAddress(townId: string, year: number): string {
  return `/analysis/scenario/${townId}/${String(year)}`;
}

/** An address with those choices that differ from what the page shows by itself. */
export function withChoices(path: string, choices: Readonly<Record<string, string | number | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) if (value !== null) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
