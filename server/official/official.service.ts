import type { Definitions } from '../definitions/index.js';
import { AppError } from '../errors.js';
import { readCsv } from './csv/readCsv.js';
import { faultText, type EntryFault } from './fault.js';
import type { Entry, Observation, ObservationKey } from './observation.js';
import type { ObservationRepository } from './observation.repository.js';
import { parseEntry, type EntryRules } from './parseEntry.js';
import type { RawEntry } from './rawEntry.js';
import { endingBy, recordFigures, type Author, type NewFigure, type Recorded } from './recording.js';

export type Outcome<Success> = Success | { faults: EntryFault[] };

export interface OfficialSurroundings {
  definitions: Definitions;
  repository: ObservationRepository;
  clock: () => Date;
  maxRows: number;
}

export type OfficialService = ReturnType<typeof createOfficialService>;

/**
 * Official statistics: raw inputs per town and year. Nothing is overwritten: a correction or withdrawal ends a figure,
 * and what ended stays readable with who, when and why.
 */
export function createOfficialService({ definitions, repository, clock, maxRows }: OfficialSurroundings) {
  const { statistics } = definitions;
  const inputs = new Map(statistics.inputs.map((input) => [input.id, input]));
  const towns = new Map(definitions.towns.map((town) => [town.id, town]));
  const regions = new Set(definitions.towns.map((town) => town.region.id));

  const rulesFor = ({ townIds }: Author, mark: EntryRules['mark']): EntryRules => ({
    inputs,
    towns: new Map([...towns].filter(([id]) => townIds.includes(id))),
    regions,
    today: clock().toISOString().slice(0, 10),
    mark,
  });

  function record(
    figures: readonly NewFigure[],
    author: Author,
    faultsSoFar: readonly EntryFault[] = [],
  ): Promise<Outcome<Recorded>> {
    const recorder = { author, at: clock(), statistics };
    return repository.write((writer) => recordFigures(writer, figures, recorder, faultsSoFar));
  }

  return {
    inputs,

    /** Current figures of one town or several, by town, input and year. */
    observationsOf: (townIds: string | readonly string[]): Promise<Observation[]> =>
      repository.listCurrent(typeof townIds === 'string' ? [townIds] : townIds),

    /** All revisions of one figure, the first one first. */
    historyOf: (key: ObservationKey): Promise<Observation[]> => repository.listRevisions(key),

    /** Figures of some towns one after the other; with history, ended ones too. */
    streamObservations: (townIds: readonly string[], history: boolean): AsyncIterable<Observation> =>
      repository.stream(townIds, history),

    /** Enters or corrects one figure from a form. */
    async recordOne(raw: RawEntry, author: Author): Promise<Outcome<Recorded>> {
      const result = parseEntry(raw, rulesFor(author, 'dot-or-comma'));
      return 'faults' in result ? result : record([result.parsed], author);
    },

    /** Enters a file: every row or none. Figures already stored need a reason in their row. */
    async importCsv(bytes: Uint8Array, author: Author): Promise<Outcome<Recorded & { leftEmpty: number }>> {
      const read = readCsv(bytes, maxRows);
      if ('faults' in read) return read;
      const { rows, mark, leftEmpty } = read.table;
      const rules = rulesFor(author, mark);
      const figures: NewFigure[] = [];
      const faults: EntryFault[] = [];
      for (const { line, raw } of rows) {
        const result = parseEntry(raw, rules);
        if ('parsed' in result) figures.push({ ...result.parsed, line });
        else faults.push(...result.faults.map((fault) => ({ ...fault, row: line })));
      }
      const outcome = await record(figures, author, faults);
      return 'faults' in outcome ? outcome : { ...outcome, leftEmpty };
    },

    /** Enters ready figures, all or none. @throws AppError invalidInput */
    async importObservations(entries: readonly Entry[], by: string): Promise<Recorded> {
      const author: Author = { accountId: by, name: '', townIds: [...towns.keys()] };
      const outcome = await record(
        entries.map((entry) => ({ entry, reason: '' })),
        author,
      );
      if (!('faults' in outcome)) return outcome;
      const faults = outcome.faults.map((fault) => ({ field: fault.field, message: faultText(fault, 'en') }));
      throw new AppError('invalidInput', { message: 'the figures cannot be entered', faults });
    },

    /** Takes a figure back that should never have been entered. @throws AppError conflict if it has ended meanwhile */
    withdraw: (id: string, reason: string, author: Author): Promise<void> =>
      repository.write((writer) => writer.end(id, endingBy({ author, at: clock() }, reason, null))),

    async getObservation(id: string): Promise<Observation> {
      const found = await repository.find(id);
      if (found === null) throw new AppError('notFound');
      return found;
    },
  };
}
