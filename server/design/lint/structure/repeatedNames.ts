import type { Definition } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import { error, warning, type Finding } from '../finding.js';
import type { Check } from '../reading.js';

const GROUPS = [
  ['sections', 'section'],
  ['indicators', 'indicator'],
  ['analysisPopulations', 'population'],
  ['straightlineSets', 'straightlineSet'],
  ['scales', 'scale'],
  ['lists', 'list'],
] as const;

/** Names and codes that are used twice. Items and derived variables share one space: each becomes a column. */
export const repeatedNames: Check = ({ draft, items }) => {
  const parts = GROUPS.flatMap(([group, part]) =>
    repeated(draft[group].map(({ id }) => id)).map((id) => error('name_repeated', { part, id }, { id })),
  );
  const variables: [string, Place][] = [
    ...items.map(({ id }): [string, Place] => [id, { part: 'item', id }]),
    ...draft.derived.map(({ id }): [string, Place] => [id, { part: 'variable', id }]),
  ];
  const taken = repeated(variables.map(([id]) => id)).map((id) => {
    const place = variables.findLast(([name]) => name === id)?.[1] ?? { part: 'item', id };
    return error('variable_name_taken', place, { id });
  });
  return [...parts, ...taken, ...repeatedCodes(draft), ...formerNames(draft, new Set(variables.map(([id]) => id)))];
};

function repeatedCodes({ scales, lists }: Definition): Finding[] {
  const ofList = (part: 'scale' | 'list', { id, options }: Definition['scales'][number] | Definition['lists'][number]) =>
    repeated(options.map(({ code }) => code)).map((code) => error('code_repeated', { part, id }, { code }));
  return [...scales.flatMap((scale) => ofList('scale', scale)), ...lists.flatMap((list) => ofList('list', list))];
}

/** A former name says which earlier column continues in an item; it must not name a second one. */
function formerNames({ sections }: Definition, names: ReadonlySet<string>): Finding[] {
  const former = sections.flatMap(({ items }) =>
    items.flatMap(({ id, formerIds = [] }) => formerIds.map((name) => ({ id, name }))),
  );
  const shared = repeated(former.map(({ name }) => name));
  return former.flatMap(({ id, name }) => {
    const place = { part: 'item', id } as const;
    if (names.has(name)) return [warning('former_name_in_use', place, { id: name })];
    return shared.includes(name) ? [warning('former_name_shared', place, { id: name })] : [];
  });
}

function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) < at))];
}
