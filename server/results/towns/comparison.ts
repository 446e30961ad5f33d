import {
  comparableTownsFrom,
  disclosedFromRelease,
  scoreInputsFrom,
  statisticalIndicatorsFrom,
  type SamplingError,
} from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { TownPicture } from './townPicture.js';

/** A town among others, on the indicators that all of them have. */
export interface ComparedScore {
  townId: string;
  score: number;
  interval: { lower: number; upper: number };
  standardError: number;
  /** From all indicators of the town; null where it has no integral score of its own. */
  ownScore: number | null;
  /** Against the chosen town: the interval decides whether the two can be told apart. */
  difference: { points: number; lower: number; upper: number };
  position: 'above' | 'same' | 'below';
}

export interface Comparison {
  common: readonly string[];
  reference: ComparedScore;
  /** The highest score first inside each position; no place numbers follow from it. */
  towns: ComparedScore[];
}

const NORMAL_QUANTILE = 1.96;

/**
 * Compares towns with a chosen one on the indicators scored in all of them (methodology §4.17). Two towns are told
 * apart when the 95 % interval of their difference leaves out 0; their samples are independent.
 */
export function comparisonFrom(method: Method, pictures: readonly TownPicture[], referenceId: string): Comparison | null {
  const { common, towns } = comparableTownsFrom(
    method,
    pictures.map((picture) => ({ town: picture.townId, inputs: inputsOf(method, picture) })),
  );
  const scored = towns.flatMap(({ town, comparable, own }) => {
    const { integral } = comparable;
    if (integral.state === 'missing') return [];
    const ownScore = own.integral.state === 'scored' ? own.integral.score : null;
    return [{ townId: town, score: integral.score, ownScore, ...rangeOf(integral.score, integral.samplingError) }];
  });
  const reference = scored.find(({ townId }) => townId === referenceId) ?? scored[0];
  if (!reference || scored.length < 2) return null;
  const compared = scored.map((town): ComparedScore => {
    const points = town.score - reference.score;
    const spread = NORMAL_QUANTILE * Math.hypot(town.standardError, reference.standardError);
    const difference = { points, lower: points - spread, upper: points + spread };
    const told = town.townId !== reference.townId && (difference.lower > 0 || difference.upper < 0);
    return { ...town, difference, position: told ? (points > 0 ? 'above' : 'below') : 'same' };
  });
  compared.sort((a, b) => b.score - a.score);
  const chosen = compared.find(({ townId }) => townId === reference.townId);
  return chosen ? { common, reference: chosen, towns: compared } : null;
}

/** The inputs of a picture's score, from what its score was computed from. */
function inputsOf(method: Method, { parts, score, year }: TownPicture) {
  const surveys = Object.fromEntries(parts.map((part) => [part.population, disclosedFromRelease(part.estimates)]));
  const statistics = statisticalIndicatorsFrom(
    score.observations,
    { referenceYear: year, maxAgeYears: method.maxAgeYears },
    surveys.researchers?.estimates.B4,
  );
  return scoreInputsFrom(method, { statistics, surveys });
}

function rangeOf(score: number, error: SamplingError): { interval: { lower: number; upper: number }; standardError: number } {
  return error.state === 'estimated'
    ? { interval: error.interval, standardError: error.standardError }
    : { interval: { lower: score, upper: score }, standardError: 0 };
}
