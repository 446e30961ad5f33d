import type { JsonValue } from '../../../scoring/index.js';
import { enclosing, roundedForPublic } from '../publicRounding.js';
import type { ScoreContent } from './scoreContent.js';

/**
 * From errors and an interval the exact number of answers follows, also where only "n ≥ …" may be printed; from the other
 * two, how many of a handful were not asked or would not say.
 */
const HIDDEN = new Set(['standardError', 'standardErrorOfPopulation', 'covariance', 'nEligible', 'dkShare']);

/**
 * A score as anyone may read it: whatever may rest on answers is rounded as public files are; official figures stand as
 * they are.
 */
export function publicScoreFrom({ observations, statistics, ...rest }: ScoreContent): Record<string, unknown> {
  return {
    ...(coarse(rest as unknown as JsonValue) as Record<string, unknown>),
    observations,
    statistics: statistics.map((statistic) =>
      statistic.origin === 'survey' ? coarse(statistic as unknown as JsonValue) : statistic,
    ),
  };
}

function coarse(value: JsonValue): JsonValue {
  if (typeof value === 'number') return roundedForPublic(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(coarse);
  const { lower, upper } = value as { lower?: unknown; upper?: unknown };
  if (typeof lower === 'number' && typeof upper === 'number') return { ...enclosing({ lower, upper }) };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !HIDDEN.has(key))
      .map(([key, part]) => [key, coarse(part)]),
  );
}
