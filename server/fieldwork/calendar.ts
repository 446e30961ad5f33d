const DAY_MS = 24 * 3600 * 1000;

/** Making a format is slow and every request asks for the day, so there is one for each time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (`YYYY-MM-DD`) that an instant falls on in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  const format =
    dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, format);
  return format.format(instant);
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant at which a calendar day ends in a time zone. */
export function endOfDay(day: string, timeZone: string): Date {
  const midnightUtc = Date.parse(`${dayAfter(day)}T00:00:00Z`);
  const firstGuess = midnightUtc - offsetMs(midnightUtc, timeZone);
  // The second step matters only where the clocks change between the guess and midnight.
  return new Date(midnightUtc - offsetMs(firstGuess, timeZone));
}

/** How far the clocks of a time zone are ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
