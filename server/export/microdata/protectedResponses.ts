import { SPECIAL, type Definition } from '../../../survey-definitions/contract/index.js';
import type { StoredResponse } from '../../respond/index.js';
import type { FileFormat } from '../files/profile.js';
import type { Cell, Table } from '../../csv/index.js';
import type { ResponseColumn } from '../tables/responseColumns.js';
import { shown } from '../tables/responsesTable.js';
import { protectedKeysFrom, type Key, type Treatment } from './protectedKeys.js';

/** Said of every response, if only as "one of these". */
const NEVER_DROPPED = ['_origin', '_town'];
const BETWEEN_VALUES = '|';

export interface ProtectedResponses {
  table: Table;
  coarsened: string[];
  dropped: string[];
}

/**
 * Responses of a population so small that its members know each other: facts by which somebody could be recognised are
 * joined into classes or dropped until every combination has k people (interfaces, "Microdata"). Whether a routed
 * question was asked is such a fact; texts and durations cannot be grouped and are left out. Who the groups are is
 * known only when all are read, so this one file is held in memory: researchers of a town are a few dozen.
 *
 * @returns null for fewer than k people
 */
export function protectedResponsesFrom(
  definition: Definition,
  columns: readonly ResponseColumn[],
  responses: readonly StoredResponse[],
  format: FileFormat,
  k: number,
): ProtectedResponses | null {
  const keys = keyColumnsOf(definition, columns);
  const treatments = protectedKeysFrom(
    responses.map((response) => keys.map((column) => keyIn(column, response))),
    k,
  );
  if (treatments === null) return null;
  const treatmentOf = new Map(keys.map(({ name }, at) => [name, treatments[at]]));
  const isDropped = ({ name, tells }: ResponseColumn): boolean =>
    tells === 'unbounded' || (treatmentOf.get(name)?.kind === 'dropped' && !NEVER_DROPPED.includes(name));
  const kept = columns.filter((column) => !isDropped(column));
  const allValuesOf = new Map(
    kept.filter(({ name }) => NEVER_DROPPED.includes(name)).map((column) => [column.name, valuesOf(column, responses)]),
  );
  const cellOf = (column: ResponseColumn, response: StoredResponse): Cell => {
    const value = column.valueIn(response);
    const treatment = column.tells === 'fact' ? treatmentOf.get(column.name) : undefined;
    const members = membersOf(treatment, value) ?? (treatment?.kind === 'dropped' ? allValuesOf.get(column.name) : undefined);
    if (members === undefined || members.length === 1) return shown(value, column.labels, format);
    return members.map((member) => shown(member, column.labels, format)).join(BETWEEN_VALUES);
  };
  return {
    table: {
      columns: kept.map(({ name }) => name),
      rows: responses.map((response) => kept.map((column) => cellOf(column, response))),
    },
    coarsened: keys.flatMap(({ name }, at) => (treatments[at]?.kind === 'coarsened' ? [name] : [])),
    dropped: columns.filter(isDropped).map(({ name }) => name),
  };
}

/** In the order in which they are spared: where, what an estimate needs, what a margin may need, then as asked. */
function keyColumnsOf(definition: Definition, columns: readonly ResponseColumn[]): ResponseColumn[] {
  const first = [
    ...NEVER_DROPPED,
    ...definition.analysisPopulations.map(({ id }) => `_population_${id}`),
    ...definition.weightingVariables,
  ];
  const rank = ({ name }: ResponseColumn): number => (first.includes(name) ? first.indexOf(name) : first.length);
  return columns.filter(({ tells }) => tells === 'fact' || tells === 'routed').toSorted((a, b) => rank(a) - rank(b));
}

function keyIn(column: ResponseColumn, response: StoredResponse): Key {
  const value = column.valueIn(response) ?? '';
  return column.tells === 'routed' ? Number(value !== SPECIAL.notAsked) : value;
}

function membersOf(treatment: Treatment | undefined, value: Cell): readonly Key[] | undefined {
  return treatment?.kind === 'coarsened' && value !== null ? treatment.classOf.get(value) : undefined;
}

function valuesOf(column: ResponseColumn, responses: readonly StoredResponse[]): Key[] {
  return [...new Set(responses.map((response) => column.valueIn(response) ?? ''))].sort();
}
