import type { Wave, WaveState } from './wave.js';

const STEPS: Readonly<Record<WaveState, readonly WaveState[]>> = {
  planned: ['open'],
  open: ['paused', 'closed'],
  paused: ['open', 'closed'],
  closed: ['archived'],
  archived: [],
};

/** The states that may follow: planned → open ⇄ paused → closed → archived. */
export function nextStatesOf(wave: Wave): readonly WaveState[] {
  return STEPS[wave.state];
}

/** The calendar day of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

/** Whether a new draft may start: the state is open and today lies between the first and the last day. */
export function entryOf(wave: Wave, now: Date): 'open' | 'not-yet' | 'paused' | 'closed' {
  if (wave.state === 'closed' || wave.state === 'archived') return 'closed';
  const today = dayIn(wave.timeZone, now);
  if (today > wave.closes) return 'closed';
  if (wave.state === 'planned' || today < wave.opens) return 'not-yet';
  return wave.state === 'paused' ? 'paused' : 'open';
}

/** Whether a started draft may still be sent: open, paused, or ended for less than the hours of grace. */
export function acceptsSubmissions(wave: Wave, now: Date, graceHours: number): boolean {
  if (wave.state === 'planned' || wave.state === 'archived') return false;
  const graceMs = graceHours * 3_600_000;
  if (wave.state === 'closed') return wave.closedAt !== undefined && now.getTime() - wave.closedAt.getTime() <= graceMs;
  return dayIn(wave.timeZone, new Date(now.getTime() - graceMs)) <= wave.closes;
}
