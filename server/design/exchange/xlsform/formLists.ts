import { SubstantiveCodeSchema, type AnswerOption, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote } from '../importResult.js';
import type { FormRow, FormTable } from './formTable.js';

/** An answer of a list as a form names it, with the code that it has here. */
export interface FormOption {
  name: string;
  option: AnswerOption;
}

/** Lists by the name that questions use. */
export type FormLists = Map<string, FormOption[]>;

/** What own files append to the name of a list whose answers include special ones: a digit for each, −1 first or later. */
const SPECIAL_COPY = /__[123]+$/;

/**
 * The answers of every list; one copy of each where an own file has several. A name that is a whole number is the code; other names are numbered from 1 in the order of the
 * list, past codes that are taken, and stay with the answer as its name.
 */
export function listsFrom(choices: FormTable, own: boolean): { lists: FormLists; faults: ImportNote[] } {
  const faults: ImportNote[] = [];
  const groups = new Map<string, FormRow[]>();
  for (const row of choices.rows) {
    const [list, name] = [row.cell('list_name'), nameIn(row)];
    if (list === '') faults.push({ place: row.place('list_name'), kind: 'xlsform_choice_without_list', values: {} });
    else if (name === '') faults.push({ place: row.place('name'), kind: 'xlsform_choice_without_name', values: { list } });
    else groups.set(list, [...(groups.get(list) ?? []), row]);
  }
  const lists: FormLists = new Map();
  for (const [name, rows] of groups) {
    const options = optionsFrom(own ? rows.filter((row) => row.cell('aleuet::special') === '') : rows);
    const base = own ? baseList(name) : name;
    const before = lists.get(base);
    if (!before) lists.set(base, options);
    else if (JSON.stringify(before) !== JSON.stringify(options))
      faults.push({
        place: rows[0]?.place('list_name') ?? { in: 'file' },
        kind: 'xlsform_list_copies_differ',
        values: { list: base, copy: name },
      });
    if (!own) faults.push(...repeatedNames(name, rows));
  }
  return { lists, faults };
}

/** The list of which a list of an own file is a copy. */
export function baseList(name: string): string {
  return name.replace(SPECIAL_COPY, '');
}

function nameIn(row: FormRow): string {
  return row.cell('name') || row.cell('value');
}

function optionsFrom(rows: FormRow[]): FormOption[] {
  const given = rows.map((row) => codeIn(row.cell('aleuet::code')) ?? codeIn(nameIn(row)));
  const taken = new Set(given);
  let next = 1;
  const free = (): number => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  return rows.map((row, at) => {
    const name = nameIn(row);
    const code = given[at] ?? free();
    const label = row.text('label');
    const named = row.cell('aleuet::code') !== '' || name !== String(code);
    return {
      name,
      option: {
        code,
        ...(hasLabel(row, label) ? { label } : {}),
        ...(row.cell('aleuet::text') === 'yes' ? { text: true as const } : {}),
        ...(named ? { name } : {}),
      },
    };
  });
}

/** Own files show the number of a step that has no label of its own. */
function hasLabel(row: FormRow, label: LocalizedText): boolean {
  const number = nameIn(row);
  return row.cell('aleuet::label') !== 'none' || [label.kk, label.ru, label.en].some((words) => words !== number && words !== '');
}

function codeIn(written: string): number | undefined {
  if (!/^\d{1,4}$/.test(written) || String(Number(written)) !== written) return undefined;
  return SubstantiveCodeSchema.parse(Number(written));
}

function repeatedNames(list: string, rows: FormRow[]): ImportNote[] {
  const names = rows.map(nameIn);
  return rows.flatMap((row, at): ImportNote[] => {
    const name = names[at] ?? '';
    return names.indexOf(name) < at ? [{ place: row.place('name'), kind: 'xlsform_choice_twice', values: { name, list } }] : [];
  });
}
