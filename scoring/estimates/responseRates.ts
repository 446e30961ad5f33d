import { ScoringError } from '../scoringError.js';

/** What became of those who were invited or came by themselves, as counts ≥ 0. */
export interface FieldOutcomes {
  /** I: at least 80 % of the questions asked are answered. */
  readonly complete: number;
  /** P: 50 to under 80 %. */
  readonly partial: number;
  /** Sent with under 50 % answered. */
  readonly brokenOff: number;
  /** Did not consent, or deleted their answers on the way. */
  readonly refused: number;
  /** Begun and neither sent nor deleted. */
  readonly unfinished: number;
  /** Not eligible: does not belong to the population asked. */
  readonly screenedOut: number;
}

/** Rates of AAPOR's Standard Definitions, 0–1; null where nobody is in the denominator. */
export interface ResponseRates {
  /** Everybody invited who is not known to be ineligible; those never heard of count as eligible (e = 1). */
  readonly denominator: number;
  /** I/denominator. */
  readonly rr1: number | null;
  /** (I + P)/denominator. */
  readonly rr2: number | null;
}

/** What an open link can say: of those who began, how many finished. */
export interface CompletionRates {
  /** All who were eligible and began or refused. */
  readonly denominator: number;
  /** I/(I + P + R + O), AAPOR's COOP1. */
  readonly coop1: number | null;
  /** (I + P)/(I + P + R + O), AAPOR's COOP2. */
  readonly coop2: number | null;
}

/**
 * AAPOR response rates 1 and 2 of a wave with a list of those invited.
 *
 * @param outcomes counts
 * @param invited persons in the sample or census, at least those with an outcome
 * @throws ScoringError `out-of-range` for a negative count, `population-exceeded` where more came than were invited
 * @source AAPOR, Standard Definitions, 10th edition (2023), RR1 and RR2
 * @example responseRatesFrom({ complete: 30, partial: 10, brokenOff: 0, refused: 5, unfinished: 5, screenedOut: 20 }, 120).rr1 // 0.3
 */
export function responseRatesFrom(outcomes: FieldOutcomes, invited: number): ResponseRates {
  const known = begunOf(outcomes) + outcomes.screenedOut;
  if (!Number.isFinite(invited)) throw new ScoringError('not-finite', { input: 'invited' });
  if (known > invited) throw new ScoringError('population-exceeded', { known, invited });
  const denominator = invited - outcomes.screenedOut;
  return {
    denominator,
    rr1: share(outcomes.complete, denominator),
    rr2: share(outcomes.complete + outcomes.partial, denominator),
  };
}

/**
 * Completion among those who came: AAPOR's cooperation rates 1 and 2. It says nothing of those who never came.
 *
 * @param outcomes counts
 * @throws ScoringError `out-of-range` for a negative count
 * @source AAPOR, Standard Definitions, 10th edition (2023), COOP1 and COOP2
 * @example completionRatesFrom({ complete: 30, partial: 10, brokenOff: 0, refused: 5, unfinished: 5, screenedOut: 20 }).coop1 // 0.6
 */
export function completionRatesFrom(outcomes: FieldOutcomes): CompletionRates {
  const denominator = begunOf(outcomes);
  return {
    denominator,
    coop1: share(outcomes.complete, denominator),
    coop2: share(outcomes.complete + outcomes.partial, denominator),
  };
}

function begunOf(outcomes: FieldOutcomes): number {
  for (const [outcome, count] of Object.entries(outcomes))
    if (!(count >= 0 && Number.isFinite(count))) throw new ScoringError('out-of-range', { outcome, count: Number(count) });
  const { complete, partial, brokenOff, refused, unfinished } = outcomes;
  return complete + partial + brokenOff + refused + unfinished;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
