import { ScoringError } from '../scoringError.js';

const SIGNIFICANT_DIGITS = 12;

/**
 * A number rounded to significant digits, for digests that must not depend on the last bits of a computation.
 *
 * @param value finite
 * @param digits 1–15, 12 unless told (methodology §4.19)
 * @returns the rounded number; never −0
 * @throws ScoringError `not-finite`
 * @example roundToSignificant(1 / 3) // 0.333333333333
 */
export function roundToSignificant(value: number, digits: number = SIGNIFICANT_DIGITS): number {
  if (!Number.isFinite(value)) throw new ScoringError('not-finite', { value: String(value) });
  return Number(value.toPrecision(digits)) + 0;
}

/** A value as JSON knows it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * A JSON value with every number in it rounded to 12 significant digits: what a stored score is digested from.
 *
 * @throws ScoringError `not-finite`
 * @example withCanonicalNumbers({ score: [0.1 + 0.2] }) // { score: [0.3] }
 */
export function withCanonicalNumbers(value: JsonValue): JsonValue {
  if (typeof value === 'number') return roundToSignificant(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withCanonicalNumbers);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withCanonicalNumbers(part)]));
}
