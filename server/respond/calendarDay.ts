/** Midnight (UTC) some days after an instant: a date, so that the time of a visit is not kept. */
export function midnightAfter(instant: Date, days: number): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate() + days + 1));
}

/** The last whole day before a midnight. */
export function lastDayBefore(midnight: Date): string {
  return new Date(midnight.getTime() - 1).toISOString().slice(0, 10);
}
