import type { Condition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';

type Comparison = Extract<Condition, { item: string }>;
type Join = 'all' | 'any';

/** One line of the builder: a comparison as menus show it, everything still text. */
export interface ConditionLine {
  item: string;
  /** An operator of the contract; with "not " before it where the line must not hold. */
  op: string;
  /** Ticked answers. */
  codes: string[];
  /** Typed numbers. */
  number: string;
  /** Stands in brackets with the line above, joined by the other word. */
  bracketed: boolean;
}

/** A condition as a flat list of lines, in which each may be put in brackets with the one above it. */
export interface ConditionForm {
  join: Join;
  lines: ConditionLine[];
}

/**
 * The lines of a condition: comparisons, each possibly negated, joined by "all" or "any", with groups of the other
 * kind one level deep. Null where a condition is nested deeper than lines can show.
 */
export function linesOf(condition: Condition): ConditionForm | null {
  const line = lineOf(condition, false);
  if (line) return { join: 'all', lines: [line] };
  if ('not' in condition || 'item' in condition) return null;
  const join = 'all' in condition ? 'all' : 'any';
  const groups = ('all' in condition ? condition.all : condition.any).map((part) => groupLines(part, join));
  return groups.length === 0 || groups.some((group) => group === null)
    ? null
    : { join, lines: groups.flatMap((group) => group ?? []) };
}

function groupLines(part: Condition, join: Join): ConditionLine[] | null {
  const single = lineOf(part, false);
  if (single) return [single];
  const other = join === 'all' ? 'any' in part && part.any : 'all' in part && part.all;
  if (!other || other.length === 0) return null;
  const lines = other.map((member, at) => lineOf(member, at > 0));
  return lines.some((line) => line === null) ? null : lines.filter((line) => line !== null);
}

function lineOf(condition: Condition, bracketed: boolean): ConditionLine | null {
  if ('not' in condition) return 'item' in condition.not ? comparisonLine(condition.not, 'not ', bracketed) : null;
  return 'item' in condition ? comparisonLine(condition, '', bracketed) : null;
}

function comparisonLine(comparison: Comparison, negation: string, bracketed: boolean): ConditionLine {
  const values = (comparison.op === 'in' ? comparison.values : [comparison.value]).map(String);
  const { item, op } = comparison;
  return { item, op: `${negation}${op}`, codes: values, number: values.join('; '), bracketed };
}

/** The lines as a browser posted them under `prefix`; ticks belong to one question, so that another question has none. */
export function postedLines(values: FormValues, prefix: string): ConditionForm {
  const one = (name: string): string => [values[`${prefix}.${name}`] ?? ''].flat()[0] ?? '';
  const count = Math.min(Number(one('lines')) || 0, MOST_LINES);
  const join = one('join') === 'any' ? 'any' : 'all';
  const lines = Array.from({ length: count }, (_, at): ConditionLine => {
    const item = one(`${at}.item`).trim();
    const codes = [values[codesName(prefix, at, item)] ?? []].flat();
    const link = one(`${at}.link`);
    return { item, op: one(`${at}.op`), codes, number: one(`${at}.number`).trim(), bracketed: link === bracketWord(join) };
  });
  return { join, lines };
}

/** More lines than anybody reads; a forged form cannot ask for thousands. */
const MOST_LINES = 60;

export function codesName(prefix: string, at: number, item: string): string {
  return `${prefix}.${at}.code.${item}`;
}

/** The word of a line that is put in brackets with the one above. */
export function bracketWord(join: Join): 'and' | 'or' {
  return join === 'all' ? 'or' : 'and';
}
