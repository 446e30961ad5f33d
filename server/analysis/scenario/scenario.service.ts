import type { ScenarioMethod, Town } from '../../../survey-definitions/contract/index.js';
import { readScenarioCsv, type ScenarioCsvRow } from './csv/readScenarioCsv.js';
import { parseScenarioEntry, type EntryRules } from './parseScenarioEntry.js';
import type { RawScenario } from './rawScenario.js';
import { isSameContent, keyOf, valuesOf, type EntryContent, type EntryKey, type ScenarioEntry } from './scenarioEntry.js';
import type { ScenarioEntryRepository } from './scenarioEntry.repository.js';
import { scenarioPictureFrom, type ScenarioPicture } from './scenarioPicture.js';
import { faultAt, type ScenarioFault } from './scenarioFault.js';

/** Who writes: the account, the name it signed in with, and the towns it may write for. */
export interface Author {
  accountId: string;
  name: string;
  towns: readonly Town[];
}

export interface ScenarioSurroundings {
  repository: ScenarioEntryRepository;
  /** What a form and a file ask for, and what the figures must have a value by. */
  newestMethod: () => ScenarioMethod;
  clock: () => Date;
  maxRows: number;
}

/** What became of one town and year: saved, already there word for word, or changed by somebody else meanwhile. */
export type Saved =
  | { outcome: 'saved' | 'unchanged'; entry: ScenarioEntry }
  | { outcome: 'outdated'; newest: ScenarioEntry }
  | { outcome: 'faulty'; faults: ScenarioFault[] };

export interface Imported {
  added: number;
  revised: number;
  unchanged: number;
}

export type ScenarioService = ReturnType<typeof createScenarioService>;

/** Inputs of development scenarios: entered by form or file, never overwritten. */
export function createScenarioService({ repository, newestMethod, clock, maxRows }: ScenarioSurroundings) {
  const rulesFor = ({ towns }: Author, mark: EntryRules['mark']): EntryRules => ({
    inputs: newestMethod().inputs,
    towns: new Map(towns.map((town) => [town.id, town])),
    lastYear: clock().getUTCFullYear() + 1,
    mark,
  });
  /** A sum of figures that are possible one by one may still be negative under a root. */
  const parse = (raw: RawScenario, rules: EntryRules): ReturnType<typeof parseScenarioEntry> => {
    const parsed = parseScenarioEntry(raw, rules);
    if ('faults' in parsed) return parsed;
    const picture = scenarioPictureFrom(newestMethod(), valuesOf(parsed.content));
    return picture.state === 'read' ? parsed : { faults: [refusedFigure(picture)] };
  };
  const signed = (content: EntryContent, before: ScenarioEntry | null, { accountId, name }: Author): ScenarioEntry => ({
    ...content,
    revision: (before?.revision ?? 0) + 1,
    savedAt: clock(),
    savedBy: accountId,
    savedByName: name,
  });

  return {
    /** The newest revision of every town and year, or of those asked for. */
    listNewest: (filter: Partial<EntryKey> = {}): Promise<ScenarioEntry[]> => repository.listNewest(filter),

    /** All revisions of one town and year, the first one first. */
    historyOf: (key: EntryKey): Promise<ScenarioEntry[]> => repository.listRevisions(key),

    /** Saves what was typed if nothing was saved since the revision that the person saw (0 = nothing was there). */
    async save(raw: RawScenario, seenRevision: number, author: Author): Promise<Saved> {
      const parsed = parse(raw, rulesFor(author, 'dot-or-comma'));
      if ('faults' in parsed) return { outcome: 'faulty', faults: parsed.faults };
      const newest = (await repository.listRevisions(parsed.content)).at(-1) ?? null;
      if (newest && isSameContent(newest, parsed.content)) return { outcome: 'unchanged', entry: newest };
      if (newest && newest.revision !== seenRevision) return { outcome: 'outdated', newest };
      const entry = signed(parsed.content, newest, author);
      if (await repository.addUnlessThere(entry)) return { outcome: 'saved', entry };
      return { outcome: 'outdated', newest: (await repository.listRevisions(entry)).at(-1) ?? entry };
    },

    /** Enters a file: every row or none. What is there already becomes an earlier revision. */
    async importCsv(bytes: Uint8Array, author: Author): Promise<Imported | { faults: ScenarioFault[] }> {
      const read = readScenarioCsv(bytes, newestMethod(), maxRows);
      if ('faults' in read) return read;
      const rules = rulesFor(author, read.table.mark);
      const parsed = read.table.rows.map(({ line, raw }) => ({ line, ...parse(raw, rules) }));
      const contents = parsed.flatMap((row) => ('content' in row ? [row.content] : []));
      const faults = [
        ...parsed.flatMap((row) => ('faults' in row ? row.faults.map((fault) => ({ ...fault, row: row.line })) : [])),
        ...repetitions(read.table.rows),
      ];
      if (faults.length > 0) return { faults: faults.sort((a, b) => a.row - b.row) };
      const stored = new Map((await repository.listNewest()).map((entry) => [keyOf(entry), entry]));
      const changes = contents
        .map((content) => ({ content, before: stored.get(keyOf(content)) ?? null }))
        .filter(({ content, before }) => before === null || !isSameContent(before, content));
      await repository.addAll(changes.map(({ content, before }) => signed(content, before, author)));
      const revised = changes.filter(({ before }) => before !== null).length;
      return { added: changes.length - revised, revised, unchanged: contents.length - changes.length };
    },
  };
}

/** Named even where a row has other faults: who mends those would meet this one next. */
function repetitions(rows: readonly ScenarioCsvRow[]): (ScenarioFault & { row: number })[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, raw: { town, year } }) => {
    const earlier = lines.get(`${town} ${year}`);
    if (earlier === undefined) lines.set(`${town} ${year}`, line);
    return earlier === undefined ? [] : [{ ...faultAt('town', 'alreadyInFile', { line: String(earlier) }), row: line }];
  });
}

function refusedFigure({ method, error }: Extract<ScenarioPicture, { state: 'refused' }>): ScenarioFault {
  const indicator = method.indicators.find(({ id }) => id === error.details.part);
  const field = method.inputs.find(({ id }) => indicator?.formula.of.includes(id))?.id ?? 'source';
  return faultAt(field, 'negativeRoot', { indicator: indicator?.name ?? '' });
}
