import { SPECIAL, type Definition, type LocalizedText, type Question } from '../../../survey-definitions/contract/index.js';
import type { Cell } from '../../csv/index.js';
import type { StoredResponse } from '../../respond/index.js';
import type { FileFormat } from '../files/profile.js';
import { responseColumnsOf, type ResponseColumn } from '../tables/responseColumns.js';
import { shown } from '../tables/responsesTable.js';
import { idsInOlderVersion } from './itemLineage.js';

/** A column of several versions: in each it has its own source, its own codes and their words. */
export interface AcrossColumn {
  name: string;
  sources: ReadonlyMap<number, ResponseColumn>;
  /** What stands where a version does not have it: texts are left empty, everything else was not asked. */
  absent: Cell;
}

/**
 * The columns of all versions in one row: those of the newest version by its ids, then what only older versions asked.
 * A question whose kind of answer changed is another variable, and its older columns carry their version.
 *
 * @param asked versions of one questionnaire that have responses, in ascending order
 * @param published all its versions: those without responses may have renamed a question on the way
 */
export function acrossColumnsOf(
  asked: readonly Definition[],
  published: readonly Definition[],
  townNames: ReadonlyMap<string, LocalizedText>,
): AcrossColumn[] {
  const [newest, ...older] = asked.toReversed();
  if (!newest) return [];
  const columns = new Map(
    responseColumnsOf(newest, townNames).map((column) => [column.name, newColumn(column.name, column, newest.version)]),
  );
  const onlyBefore = new Set<string>();
  for (const version of older) {
    const between = published.filter((other) => other.version > version.version && other.version < newest.version);
    const newIds = new Map([...idsInOlderVersion(newest, version, between)].map(([now, before]) => [before, now]));
    for (const column of responseColumnsOf(version, townNames)) {
      const name = nameInNewest(column, newIds);
      const now = name === null ? undefined : columns.get(name);
      if (now?.kind === kindOf(column) && !onlyBefore.has(now.name)) now.sources.set(version.version, column);
      else addOlder(columns, onlyBefore, column, version.version);
    }
  }
  return [...columns.values()];
}

interface GrowingColumn extends AcrossColumn {
  sources: Map<number, ResponseColumn>;
  kind: string;
}

function newColumn(name: string, column: ResponseColumn, version: number): GrowingColumn {
  return {
    name,
    sources: new Map([[version, column]]),
    absent: column.type === 'string' ? null : SPECIAL.notAsked,
    kind: kindOf(column),
  };
}

/** What the newest version does not ask: versions that did share a column where they asked alike. */
function addOlder(columns: Map<string, GrowingColumn>, onlyBefore: Set<string>, column: ResponseColumn, version: number): void {
  const found = columns.get(column.name);
  if (found && onlyBefore.has(column.name) && found.kind === kindOf(column)) {
    found.sources.set(version, column);
    return;
  }
  const name = found ? `${column.name}__v${version}` : column.name;
  onlyBefore.add(name);
  columns.set(name, newColumn(name, column, version));
}

/** A question may be renamed, or be gone; a column that belongs to none keeps its name. */
function nameInNewest({ name, item }: ResponseColumn, newIds: ReadonlyMap<string, string>): string | null {
  if (item === null) return name;
  const now = newIds.get(item.id);
  return now === undefined ? null : `${now}${name.slice(item.id.length)}`;
}

function kindOf({ item, type }: ResponseColumn): string {
  return `${type} ${item === null ? 'fact' : KINDS[item.type]}`;
}

const KINDS: Readonly<Record<Question['type'], string>> = {
  single: 'code',
  scale: 'code',
  integer: 'number',
  decimal: 'number',
  multiple: 'codes',
  ranking: 'ranks',
  text: 'text',
  date: 'date',
};

/** The cells of a response of some version. */
export function acrossCells(columns: readonly AcrossColumn[], response: StoredResponse, format: FileFormat): Cell[] {
  return columns.map(({ sources, absent }) => {
    const source = sources.get(response.definitionVersion);
    if (source) return shown(source.valueIn(response), source.labels, format);
    const words = [...sources.values()][0]?.labels;
    return words ? shown(absent, words, format) : absent;
  });
}
