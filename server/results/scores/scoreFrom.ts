import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import {
  contributionsFrom,
  scoreInputsFrom,
  townScoreFrom,
  withCanonicalNumbers,
  type JsonValue,
  type ScoreInputs,
  type ScoreIntervals,
  type TownScore,
} from '../../../scoring/index.js';
import type { Method, MethodIndicator } from '../../../survey-definitions/contract/index.js';
import { ScoreContentSchema, type ScoreContent, type StoredScore } from './scoreContent.js';
import type { ScoreEvidence } from './scoreEvidence.js';

/** What the rules of a method take from the evidence. */
export function inputsFrom(method: Method, { surveys, statistics }: Pick<ScoreEvidence, 'surveys' | 'statistics'>): ScoreInputs {
  const byPopulation = Object.fromEntries(surveys.map((survey) => [survey.population, survey]));
  return scoreInputsFrom(method, { statistics, surveys: byPopulation });
}

/**
 * Computes a score from its evidence, in the canonical form whose digest is its id.
 *
 * @param intervals drawn from the same evidence; without them the score carries its sampling error only
 */
export function scoreFrom(method: Method, evidence: ScoreEvidence, intervals?: ScoreIntervals): StoredScore {
  const result = townScoreFrom(method, inputsFrom(method, evidence));
  const explained = contributionsFrom(method, result);
  const content: ScoreContent = {
    ...evidence,
    method: { id: method.id, version: method.version },
    seed: intervals?.state === 'drawn' ? intervals.seed : null,
    inputs: inputsByOrigin(method, result, evidence),
    result,
    ...(intervals && { uncertainty: uncertaintyFrom(intervals) }),
    ...(explained.state === 'explained' && {
      contributions: { indicators: explained.indicators, floors: explained.floors },
    }),
  };
  return storedScoreFrom(content);
}

function uncertaintyFrom(intervals: ScoreIntervals): NonNullable<ScoreContent['uncertainty']> {
  return intervals.state === 'drawn' ? { ...intervals, scores: { ...intervals.scores } } : intervals;
}

/** Canonical JSON: keys sorted, numbers of 12 significant digits; the id is its SHA-256. */
function storedScoreFrom(content: ScoreContent): StoredScore {
  const canonical = canonicalize(withCanonicalNumbers(JSON.parse(JSON.stringify(content)) as JsonValue));
  if (canonical === undefined) throw new Error('a score cannot be empty');
  return readStoredScore(canonical);
}

/** A stored score from its canonical form. */
export function readStoredScore(canonical: string): StoredScore {
  return { id: digestOf(canonical), content: ScoreContentSchema.parse(JSON.parse(canonical)), canonical };
}

export function digestOf(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

function inputsByOrigin(
  method: Method,
  result: TownScore,
  { surveys, statistics, observations }: ScoreEvidence,
): ScoreContent['inputs'] {
  const demonstrated = new Set(surveys.filter((survey) => survey.demonstration).map(({ population }) => population));
  const madeUp = new Set(observations.filter(({ status }) => status === 'synthetic').map(({ id }) => id));
  const isSynthetic = (indicator: MethodIndicator): boolean => {
    if (indicator.source === 'survey') return demonstrated.has(indicator.population);
    const statistic = statistics.find(({ code }) => code === indicator.code);
    const form = statistic?.forms[indicator.scored];
    if (statistic?.origin === 'survey' && demonstrated.has('researchers')) return true;
    return form?.state === 'defined' && form.observations.some((id) => madeUp.has(id));
  };
  const entered = method.indicators.filter(({ code }) =>
    result.indicators.some((indicator) => indicator.code === code && indicator.state === 'scored'),
  );
  return {
    real: entered.filter((indicator) => !isSynthetic(indicator)).map(({ code }) => code),
    synthetic: entered.filter(isSynthetic).map(({ code }) => code),
  };
}
