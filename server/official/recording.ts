import { randomBytes } from 'node:crypto';
import type { Statistics } from '../../survey-definitions/contract/index.js';
import { faultAt, type EntryFault } from './fault.js';
import type { ObservationWriter } from './observation.repository.js';
import { isSameFigure, keyOf, type Ending, type Observation } from './observation.js';
import type { ParsedEntry } from './parseEntry.js';
import { partFaultsOf } from './partsAndTotals.js';

/** An entry on its way into the store, with the line of the file that it comes from. */
export type NewFigure = ParsedEntry & { line?: number };

/** Who writes: the account, the name it signed in with, and the towns it may write for. */
export interface Author {
  accountId: string;
  name: string;
  townIds: readonly string[];
}

export interface Recorded {
  added: number;
  corrected: number;
}

export interface Recorder {
  author: Author;
  at: Date;
  statistics: Statistics;
}

/**
 * Writes figures inside a transaction, all or none. A figure that is there already is corrected if the entry says why,
 * and refused otherwise; nothing is written if any entry has a fault, or had one when it was read.
 */
export async function recordFigures(
  writer: ObservationWriter,
  figures: readonly NewFigure[],
  recorder: Recorder,
  faultsSoFar: readonly EntryFault[] = [],
): Promise<Recorded | { faults: EntryFault[] }> {
  const everything = await writer.listAll([...new Set(figures.map(({ entry }) => entry.townId))]);
  const stored = everything.filter(({ ended }) => ended === null);
  const current = new Map(stored.map((observation) => [keyOf(observation), observation]));
  const revisions = new Map(everything.map((observation) => [keyOf(observation), observation.revision]));
  const faults = [
    ...faultsSoFar,
    ...repetitionFaults(figures),
    ...collisionFaults(figures, current),
    ...partFaults(figures, stored, recorder),
  ];
  if (faults.length > 0) return { faults: inFileOrder(faults) };

  const units = new Map(recorder.statistics.inputs.map(({ id, unit }) => [id, unit.en]));
  const added: Observation[] = [];
  for (const { entry, reason } of figures) {
    const before = current.get(keyOf(entry));
    const observation: Observation = {
      ...entry,
      id: randomBytes(16).toString('hex'),
      unit: units.get(entry.input) ?? '',
      revision: 1 + (revisions.get(keyOf(entry)) ?? 0),
      recordedAt: recorder.at,
      recordedBy: recorder.author.accountId,
      recordedByName: recorder.author.name,
      ended: null,
    };
    if (before) await writer.end(before.id, endingBy(recorder, reason, observation.id));
    added.push(observation);
  }
  await writer.insert(added);
  const corrected = figures.filter(({ entry }) => current.has(keyOf(entry))).length;
  return { added: added.length - corrected, corrected };
}

export function endingBy({ author, at }: Pick<Recorder, 'author' | 'at'>, reason: string, replacedBy: string | null): Ending {
  return { at, by: author.accountId, byName: author.name, reason, replacedBy };
}

function at(figure: NewFigure, fault: EntryFault): EntryFault {
  return figure.line === undefined ? fault : { ...fault, row: figure.line };
}

function repetitionFaults(figures: readonly NewFigure[]): EntryFault[] {
  const lines = new Map<string, number>();
  return figures.flatMap((figure) => {
    const key = keyOf(figure.entry);
    const earlier = lines.get(key);
    if (earlier === undefined) lines.set(key, figure.line ?? 0);
    return earlier === undefined ? [] : [at(figure, faultAt('input', 'alreadyInFile', { line: String(earlier) }))];
  });
}

function collisionFaults(figures: readonly NewFigure[], current: ReadonlyMap<string, Observation>): EntryFault[] {
  return figures.flatMap((figure) => {
    const before = current.get(keyOf(figure.entry));
    if (!before) return [];
    if (isSameFigure(before, figure.entry)) return [at(figure, faultAt('value', 'duplicate'))];
    return figure.reason === '' ? [at(figure, faultAt('reason', 'correctionNeedsReason', { value: before.value }))] : [];
  });
}

function partFaults(figures: readonly NewFigure[], stored: readonly Observation[], { statistics }: Recorder): EntryFault[] {
  const entered = figures.map((figure) => ({ ...figure.entry, figure }));
  return partFaultsOf([...stored, ...entered], entered, statistics).map(({ entry, fault }) => at(entry.figure, fault));
}

function inFileOrder(faults: readonly EntryFault[]): EntryFault[] {
  return [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
