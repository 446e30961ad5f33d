import type { z } from 'zod';
import type { ImportNote } from '../importResult.js';

type Issue = z.core.$ZodIssue;
type Words = Pick<ImportNote, 'kind' | 'values'>;

/** More faults than these help nobody. */
const MOST_NOTES = 30;

const EXPECTED: Record<string, ImportNote['kind']> = {
  string: 'json_expected_text',
  number: 'json_expected_number',
  int: 'json_expected_whole_number',
  array: 'json_expected_list',
  object: 'json_expected_object',
};

/** What is wrong with the shape of a file, each with its place: `sections[2].items[0] (c1_trust).text.kk`. */
export function shapeNotes(value: unknown, issues: readonly Issue[], prefix = ''): ImportNote[] {
  const notes = issues
    .flatMap((issue) => wordsOf(issue, value).map((words) => ({ place: placeOf(value, issue.path, prefix), ...words })))
    .slice(0, MOST_NOTES);
  const more = issues.length - notes.length;
  return more > 0 ? [...notes, { place: { in: 'file' }, kind: 'json_more_faults', values: { n: more } }] : notes;
}

function wordsOf(issue: Issue, value: unknown): Words[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ kind: 'json_unknown_field', values: { name } }));
    case 'invalid_type':
      return [{ kind: at(value, issue.path) === undefined ? 'json_missing' : expected(issue.expected), values: {} }];
    case 'invalid_value':
      return [{ kind: 'json_one_of', values: { values: issue.values.map(String).join(', ') } }];
    case 'too_small':
      return [{ kind: 'json_at_least', values: { limit: Number(issue.minimum) } }];
    case 'too_big':
      return [{ kind: 'json_at_most', values: { limit: Number(issue.maximum) } }];
    case 'invalid_format':
    case 'custom':
      return [{ kind: formOf(issue), values: {} }];
    case 'invalid_union':
      return [{ kind: issue.path.at(-1) === 'type' ? 'json_unknown_type' : 'json_condition', values: {} }];
    default:
      return [{ kind: 'json_wrong_value', values: {} }];
  }
}

/** Texts that must have a certain form are dates, codes of indicators, and names. */
function formOf(issue: Issue): ImportNote['kind'] {
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'json_expected_date';
  return issue.path.at(-1) === 'code' ? 'json_indicator_code' : 'json_identifier';
}

function expected(type: string): ImportNote['kind'] {
  return EXPECTED[type] ?? 'json_wrong_value';
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function placeOf(value: unknown, path: readonly PropertyKey[], prefix: string): ImportNote['place'] {
  const parts = path.map((key, depth) => {
    if (typeof key !== 'number') return `.${String(key)}`;
    const id = (at(value, path.slice(0, depth + 1)) as { id?: unknown } | null | undefined)?.id;
    return `[${key}]${typeof id === 'string' ? ` (${id})` : ''}`;
  });
  return { in: 'path', path: `${prefix}${parts.join('')}`.replace(/^\./, '') };
}
