import { holmAdjusted } from '../statistics/holmAdjusted.js';
import { LEAST_COMPLETE } from './indicatorReliability.js';
import { itemCorrelations, type ItemCorrelation } from './itemCorrelations.js';

/** From here on two indicators say nearly the same of the same people. */
export const REDUNDANT = 0.9;

const LEVEL = 0.05;

/** Two indicators by code; `kind` names what a reader of the index should know. */
export type IndicatorCorrelation = Omit<Extract<ItemCorrelation, { state: 'estimated' }>, 'first' | 'second' | 'state'> & {
  readonly first: string;
  readonly second: string;
  /** By Holm over all pairs. */
  readonly adjustedPValue: number;
  readonly kind: 'redundant' | 'negative' | 'ordinary';
};

/**
 * Correlations between the indicators of one wave over its respondents. `redundant` from |r| = 0.9 on; `negative` where
 * r is below 0 and told from 0 (5 % over all pairs, by Holm).
 *
 * @param scores respondents' scores 0–100 by indicator code, NaN = none
 * @returns pairs with at least 30 respondents in common, in the order of the indicators; constant ones are left out
 * @throws ScoringError `not-finite`, `unequal-lengths`
 * @source methodology §10.7; OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4
 * @example indicatorCorrelationsFrom({ C1: scores, C2: scores })[0].kind // 'redundant'
 */
export function indicatorCorrelationsFrom(scores: Readonly<Record<string, Float64Array>>): IndicatorCorrelation[] {
  const codes = Object.keys(scores);
  const pairs = itemCorrelations(Object.values(scores), LEAST_COMPLETE).filter((pair) => pair.state === 'estimated');
  const adjusted = holmAdjusted(pairs.map(({ p }) => p));
  return pairs.map(({ first, second, n, coefficient, interval, p }, at) => {
    const adjustedPValue = adjusted[at] ?? 1;
    const named = { first: codes[first] ?? '', second: codes[second] ?? '' };
    return { ...named, n, coefficient, interval, p, adjustedPValue, kind: kindOf(coefficient, adjustedPValue) };
  });
}

function kindOf(coefficient: number, adjustedPValue: number): IndicatorCorrelation['kind'] {
  if (Math.abs(coefficient) >= REDUNDANT) return 'redundant';
  return coefficient < 0 && adjustedPValue < LEVEL ? 'negative' : 'ordinary';
}
