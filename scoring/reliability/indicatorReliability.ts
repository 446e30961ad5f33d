import { ScoringError, type ScoringErrorCode } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';
import { cronbachAlpha, type CronbachAlpha } from './cronbachAlpha.js';
import { feldtInterval } from './feldtInterval.js';
import { completeCases } from './itemCovariance.js';
import { itemCorrelations, type ItemCorrelation } from './itemCorrelations.js';
import { mcdonaldOmega, type McDonaldOmega } from './mcdonaldOmega.js';

/** Below this number of complete answers nothing is computed. */
export const LEAST_COMPLETE = 30;

/** Omega total, or why the model could not be fitted. */
type OmegaOrFailure =
  | ({ readonly state: 'fitted' } & Pick<McDonaldOmega, 'omega' | 'loadings' | 'heywoodItems'>)
  | { readonly state: 'not-converged' };

/** What can be said of how well the items of an indicator hang together. */
export type IndicatorReliability =
  | { readonly state: 'single-item' }
  | { readonly state: 'too-few-answers'; readonly n: number }
  /** Answers from which nothing follows, for example all the same; `item` is the position of the one to blame. */
  | { readonly state: 'undefined'; readonly n: number; readonly reason: ScoringErrorCode; readonly item: number | null }
  /** For items of different people: no coefficient, only how each pair goes together. */
  | { readonly state: 'correlations'; readonly pairs: readonly ItemCorrelation[] }
  | {
      readonly state: 'two-items';
      readonly n: number;
      readonly spearmanBrown: number;
      readonly interval: Interval;
      readonly correlation: number;
    }
  | ({ readonly state: 'scale'; readonly omega: OmegaOrFailure } & Pick<
      CronbachAlpha,
      'n' | 'alpha' | 'standardisedAlpha' | 'interval' | 'withoutItem' | 'items'
    >);

/**
 * Reliability of an indicator from complete answers: for three items and more alpha with Feldt's interval, standardised
 * alpha, alphas without each item, corrected item–total correlations and omega total of a one-factor model (maximum
 * likelihood of correlations); for two the Spearman–Brown coefficient 2r/(1 + r) with Feldt's interval; where items are
 * asked of different people only their correlations.
 *
 * @param items item scores 0–100, reversed items already turned, NaN = missing; columns of equal length
 * @param options `askedApart`: the items are asked of different people (D8, D10)
 * @throws ScoringError `unequal-lengths`; what speaks against a coefficient is a result
 * @source methodology §2.8; R. Eisinga, M. te Grotenhuis, B. Pelzer, Int. J. Public Health 58 (2013), 637–642, for two items
 * @example indicatorReliabilityFrom([climate]) // { state: 'single-item' }
 */
export function indicatorReliabilityFrom(
  items: readonly Float64Array[],
  options: { readonly askedApart?: boolean } = {},
): IndicatorReliability {
  if (items.length < 2) return { state: 'single-item' };
  if (options.askedApart) return { state: 'correlations', pairs: itemCorrelations(items, LEAST_COMPLETE) };
  const n = completeCases(items)[0]?.length ?? 0;
  if (n < LEAST_COMPLETE) return { state: 'too-few-answers', n };
  try {
    return items.length === 2 ? ofTwoItems(items) : ofScale(items);
  } catch (error) {
    if (!(error instanceof ScoringError) || error.code === 'unequal-lengths') throw error;
    const { item } = error.details;
    return { state: 'undefined', n, reason: error.code, item: typeof item === 'number' ? item : null };
  }
}

function ofTwoItems(items: readonly Float64Array[]): IndicatorReliability {
  const { n, standardisedAlpha, averageCorrelation } = cronbachAlpha(items);
  return {
    state: 'two-items',
    n,
    spearmanBrown: standardisedAlpha,
    interval: feldtInterval(standardisedAlpha, n, 2),
    correlation: averageCorrelation,
  };
}

function ofScale(items: readonly Float64Array[]): IndicatorReliability {
  const { n, alpha, standardisedAlpha, interval, withoutItem, items: statistics } = cronbachAlpha(items);
  return { state: 'scale', n, alpha, standardisedAlpha, interval, withoutItem, items: statistics, omega: omegaOf(items) };
}

function omegaOf(items: readonly Float64Array[]): OmegaOrFailure {
  try {
    const { omega, loadings, heywoodItems } = mcdonaldOmega(items);
    return { state: 'fitted', omega, loadings, heywoodItems };
  } catch (error) {
    if (error instanceof ScoringError && error.code === 'not-converged') return { state: 'not-converged' };
    throw error;
  }
}
