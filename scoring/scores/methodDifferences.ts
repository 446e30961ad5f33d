import type { Method } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';

/** One rule that two methods set differently. */
export interface MethodDifference {
  /** Where, for example `indicators.A1.normalisation.hi`. */
  readonly rule: string;
  /** Absent where the method has no such rule. */
  readonly first?: string;
  readonly second?: string;
}

/** Wording that does not change a number. */
const WORDING = new Set(['name', 'shortName', 'description', 'sources', 'unit', 'status']);

/**
 * Everything in which two methods compute differently, wording aside.
 *
 * @returns empty if both give the same numbers under the same name and version
 * @source methodology §4.18
 * @example methodDifferencesFrom(v1, v2) // [{ rule: 'version', first: '1', second: '2' }, { rule: 'floor', first: '1', second: '2' }]
 */
export function methodDifferencesFrom(first: Method, second: Method): MethodDifference[] {
  const [rulesOfFirst, rulesOfSecond] = [rulesOf(first), rulesOf(second)];
  const rules = [...new Set([...rulesOfFirst.keys(), ...rulesOfSecond.keys()])];
  return rules.flatMap((rule) => {
    const [a, b] = [rulesOfFirst.get(rule), rulesOfSecond.get(rule)];
    if (a === b) return [];
    return [{ rule, ...(a !== undefined && { first: a }), ...(b !== undefined && { second: b }) }];
  });
}

/**
 * Refuses to compare scores of different methods.
 *
 * @throws ScoringError `methods-differ` with the list of differences
 * @source methodology §4.18
 * @example requireSameMethod(zhezkazgan2020, zhezkazgan2020Researchers) // throws
 */
export function requireSameMethod(first: Method, second: Method): void {
  const differences = methodDifferencesFrom(first, second);
  if (differences.length > 0)
    throw new ScoringError('methods-differ', { first: nameOf(first), second: nameOf(second), differences });
}

const nameOf = ({ id, version }: Method): string => `${id} v${version}`;

/** Every rule of a method as a path with its value; lists of named things go by the name, not by the position. */
function rulesOf(part: unknown, path = ''): Map<string, string> {
  if (typeof part !== 'object' || part === null) return new Map([[path, String(part)]]);
  const entries = Object.entries(part).filter(([key]) => Array.isArray(part) || !WORDING.has(key));
  return new Map(
    entries.flatMap(([key, value]) => [...rulesOf(value, [...(path ? [path] : []), labelOf(value) ?? key].join('.'))]),
  );
}

function labelOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('code' in value && typeof value.code === 'string') return value.code;
  if ('town' in value && typeof value.town === 'string') return value.town;
  return 'id' in value && typeof value.id === 'string' ? value.id : undefined;
}
