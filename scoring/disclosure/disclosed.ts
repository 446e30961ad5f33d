import type { Population } from '../../survey-definitions/contract/index.js';
import { ScoringError } from '../scoringError.js';

/** From how many valid answers a figure of a population may be shown, and below how many it is of low reliability. */
export interface DisclosureRule {
  readonly population: Population;
  readonly k: number;
  readonly lowReliabilityBelow: number;
}

/** A figure as it may leave the staff's analysis area. Suppressed says nothing more: not why, not how many answers. */
export type Disclosed<T> =
  | { readonly state: 'published'; readonly figure: T; readonly lowReliability: boolean }
  | { readonly state: 'suppressed' }
  | { readonly state: 'missing'; readonly reason: string };

export const SUPPRESSED = { state: 'suppressed' } as const;

const DEFAULT_RULES: Readonly<Record<Population, DisclosureRule>> = {
  residents: { population: 'residents', k: 10, lowReliabilityBelow: 30 },
  researchers: { population: 'researchers', k: 5, lowReliabilityBelow: 10 },
};

/**
 * The disclosure rule of a population: k = 10 residents or 5 researchers, low reliability below 30 and 10.
 *
 * @param population whose answers they are
 * @param k another threshold, a whole number ≥ 1, if the study asks for one
 * @throws ScoringError `bad-disclosure-rule`
 * @source methodology §2.9
 * @example disclosureRuleFor('researchers') // { population: 'researchers', k: 5, lowReliabilityBelow: 10 }
 */
export function disclosureRuleFor(population: Population, k: number = DEFAULT_RULES[population].k): DisclosureRule {
  if (!Number.isInteger(k) || k < 1) throw new ScoringError('bad-disclosure-rule', { population, k });
  return { ...DEFAULT_RULES[population], k };
}

/**
 * A figure that may be published, with its mark of low reliability.
 *
 * @param nValid valid answers behind it, at least k
 */
export function published<T>(figure: T, nValid: number, rule: DisclosureRule): Disclosed<T> {
  return { state: 'published', figure, lowReliability: nValid < rule.lowReliabilityBelow };
}
