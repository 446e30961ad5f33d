import type { Definition } from '../../survey-definitions/contract/index.js';
import { dayOf, endOfDay } from './calendar.js';
import type { Study, Wave, WaveState } from './wave.js';

const HOUR_MS = 3600 * 1000;

/** planned → open ⇄ paused → closed → archived. */
const NEXT_STATES: Readonly<Record<WaveState, readonly WaveState[]>> = {
  planned: ['open'],
  open: ['paused', 'closed'],
  paused: ['open', 'closed'],
  closed: ['archived'],
  archived: [],
};

export function nextStates(state: WaveState): readonly WaveState[] {
  return NEXT_STATES[state];
}

/** Why a wave cannot be stored or opened; each has its sentence under `fieldwork.fault_<code>`. */
export type WaveFault =
  | 'closesBeforeOpening'
  | 'liveNeedsDemonstration'
  | 'otherPopulation'
  | 'duplicateTown'
  | 'organiserNameEmpty'
  | 'organiserContactEmpty'
  | 'unknownPlaceholder'
  | 'closingDatePassed';

/** What no wave may be, in whatever state. */
export function planFaults(wave: Wave, study: Study, definition: Definition): WaveFault[] {
  const towns = wave.towns.map(({ townId }) => townId);
  return [
    ...when(wave.closes < wave.opens, 'closesBeforeOpening'),
    ...when(wave.live && !study.demonstration, 'liveNeedsDemonstration'),
    ...when(wave.population !== definition.population, 'otherPopulation'),
    ...when(new Set(towns).size < towns.length, 'duplicateTown'),
  ];
}

/** What keeps a planned or paused wave from opening today. */
export function openingFaults(wave: Wave, definition: Definition, now: Date): WaveFault[] {
  const used = placeholdersOf(definition);
  return [
    ...when(used.has('organiser_name') && Object.values(wave.organiserName).some(isBlank), 'organiserNameEmpty'),
    ...when(used.has('organiser_contact') && isBlank(wave.organiserContact), 'organiserContactEmpty'),
    ...when(
      [...used].some((name) => !KNOWN_PLACEHOLDERS.includes(name)),
      'unknownPlaceholder',
    ),
    ...when(dayOf(now, wave.timeZone) > wave.closes, 'closingDatePassed'),
  ];
}

/** Whether a new draft may start today. */
export function entryOf(wave: Wave, now: Date): 'open' | 'not-yet' | 'paused' | 'closed' {
  if (wave.state === 'planned') return 'not-yet';
  if (wave.state === 'closed' || wave.state === 'archived') return 'closed';
  const today = dayOf(now, wave.timeZone);
  if (today > wave.closes) return 'closed';
  if (wave.state === 'paused') return 'paused';
  return today < wave.opens ? 'not-yet' : 'open';
}

/** A started draft may be sent while the wave is open or paused, and for some hours after it closed: by hand or by its date. */
export function acceptsSubmissions(wave: Wave, now: Date, graceHours: number): boolean {
  if (wave.state === 'planned' || wave.state === 'archived') return false;
  const closedByDate = endOfDay(wave.closes, wave.timeZone).getTime();
  const closed = Math.min(closedByDate, wave.closedAt?.getTime() ?? closedByDate);
  return now.getTime() < closed + graceHours * HOUR_MS;
}

/** `{enterprise_name}` may stay empty: its bracket is dropped from the texts. `{min_group}` comes from the study. */
const KNOWN_PLACEHOLDERS = ['minutes', 'organiser_name', 'organiser_contact', 'enterprise_name', 'min_group'];

function placeholdersOf(definition: Definition): ReadonlySet<string> {
  return new Set([...JSON.stringify(definition).matchAll(/\{([a-z_]+)\}/g)].flatMap(([, name]) => name ?? []));
}

function when(holds: boolean, fault: WaveFault): WaveFault[] {
  return holds ? [fault] : [];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
