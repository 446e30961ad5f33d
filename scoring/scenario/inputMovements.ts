import type { ScenarioLevel } from '../../survey-definitions/contract/index.js';
import type { BandThreshold } from './bandThresholds.js';
import type { ScenarioReading } from './scenario.js';
import type { ScenarioMarks } from './scenarioMarks.js';

/** A change that an input brings about when it moves far enough one way. */
export interface Movement<Outcome> {
  /** How far the input moves, without a sign. */
  readonly by: number;
  /** Where it then stands. */
  readonly to: number;
  /** Whether the change comes only beyond that value and not at it. */
  readonly isBeyond: boolean;
  readonly outcome: Outcome;
}

/** The nearest change each way; null where no movement within the limits of the input brings one about. */
export interface Movements<Outcome> {
  readonly down: Movement<Outcome> | null;
  readonly up: Movement<Outcome> | null;
}

/** The band into which an indicator goes over. */
export interface BandChange {
  readonly indicator: string;
  readonly level: ScenarioLevel;
}

export interface InputMovements {
  readonly band: Movements<BandChange>;
  /** The scenarios that lead after the change; null where marks are missing. */
  readonly leadingByMarks: Movements<readonly string[]> | null;
  readonly leadingByPercent: Movements<readonly string[]> | null;
}

/** An input of a town, the town as it is read, and as it would be read with another value of the input. */
interface Moved {
  readonly value: number;
  readonly reading: ScenarioReading;
  readonly readAt: (value: number) => ScenarioReading;
}

/** Where an input may move, and where bands change on the way. */
interface Reach {
  readonly lower: number;
  readonly upper: number;
  readonly thresholds: readonly BandThreshold[];
}

type Leading = 'leadingByMarks' | 'leadingByPercent';
type Way = 'down' | 'up';

/** The nearest changes along an input that may take any value between its limits. */
export function inputMovements(moved: Moved, reach: Reach): InputMovements {
  const { reading } = moved;
  const stops = { down: stopsOn('down', moved.value, reach), up: stopsOn('up', moved.value, reach) };
  const band = ([first]: readonly Stop[]): Movement<BandChange> | null =>
    first ? { ...movementTo(first, moved.value), outcome: { indicator: first.indicator, level: first.level } } : null;
  const leading = (by: Leading): Movements<readonly string[]> | null =>
    reading.marks.state === 'missing' ? null : { down: nextLeaders(moved, stops.down, by), up: nextLeaders(moved, stops.up, by) };
  return {
    band: { down: band(stops.down), up: band(stops.up) },
    leadingByMarks: leading('leadingByMarks'),
    leadingByPercent: leading('leadingByPercent'),
  };
}

/** What changes when a flag is turned over. */
export function flagMovements({ value, reading, readAt }: Moved): InputMovements {
  const to = 100 - value;
  const other = readAt(to);
  const oneWay = <Outcome>(outcome: Outcome | null): Movements<Outcome> => {
    const movement = outcome === null ? null : { by: 100, to, isBeyond: false, outcome };
    return value === 0 ? { down: null, up: movement } : { down: movement, up: null };
  };
  const leading = (by: Leading): Movements<readonly string[]> | null =>
    reading.marks.state === 'missing' ? null : oneWay(newLeaders(reading.marks, other.marks, by));
  return {
    band: oneWay(newBand(reading, other)),
    leadingByMarks: leading('leadingByMarks'),
    leadingByPercent: leading('leadingByPercent'),
  };
}

/** A threshold on the way, and a value of the input on its far side before the next one. */
type Stop = BandThreshold & { readonly past: number };

function stopsOn(way: Way, value: number, { lower, upper, thresholds }: Reach): Stop[] {
  const limit = way === 'up' ? upper : lower;
  const ahead = thresholds
    .filter((threshold) => threshold.way === way && isWithin(threshold, limit))
    .sort((a, b) => Math.abs(a.at - value) - Math.abs(b.at - value));
  return ahead.map((threshold, place) => {
    const next = ahead.slice(place + 1).find(({ at }) => at !== threshold.at)?.at ?? limit;
    return { ...threshold, past: Number.isFinite(next) ? (threshold.at + next) / 2 : threshold.at + Math.sign(next) };
  });
}

function isWithin({ at, way, isBeyond }: BandThreshold, limit: number): boolean {
  const room = way === 'up' ? limit - at : at - limit;
  return isBeyond ? room > 0 : room >= 0;
}

function movementTo({ at, isBeyond }: Stop, value: number): Omit<Movement<never>, 'outcome'> {
  return { by: Math.abs(at - value), to: at, isBeyond };
}

function nextLeaders({ value, reading, readAt }: Moved, stops: readonly Stop[], by: Leading): Movement<readonly string[]> | null {
  for (const stop of stops) {
    const outcome = newLeaders(reading.marks, readAt(stop.past).marks, by);
    if (outcome !== null) return { ...movementTo(stop, value), outcome };
  }
  return null;
}

/** The leaders after a change; null where they are the same. */
function newLeaders(before: ScenarioMarks, after: ScenarioMarks, by: Leading): readonly string[] | null {
  if (before.state === 'missing' || after.state === 'missing') return null;
  return before[by].join() === after[by].join() ? null : after[by];
}

function newBand(before: ScenarioReading, after: ScenarioReading): BandChange | null {
  for (const [place, figure] of after.figures.entries()) {
    const earlier = before.figures[place];
    if (figure.state === 'missing' || earlier?.state !== 'computed' || figure.level === null) continue;
    if (figure.level !== earlier.level) return { indicator: figure.id, level: figure.level };
  }
  return null;
}
