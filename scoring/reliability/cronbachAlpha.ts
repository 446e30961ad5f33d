import { ScoringError } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';
import { quantile } from '../statistics/quantile.js';
import { alphaFromCovariance, averageCorrelation, withoutItem } from './alphaFromCovariance.js';
import { feldtInterval } from './feldtInterval.js';
import { guttmanLambda6 } from './guttmanLambda6.js';
import { completeCases, correlationFrom, itemCovariance, type MissingAnswers, type SquareMatrix } from './itemCovariance.js';
import { itemStatisticsFrom, type ItemStatistics } from './itemStatistics.js';

/** Alpha and what it is made of. */
export interface AlphaOfItems {
  /** From covariances. */
  readonly alpha: number;
  /** From correlations. */
  readonly standardisedAlpha: number;
  readonly averageCorrelation: number;
}

/** The internal consistency of a scale. */
export interface CronbachAlpha extends AlphaOfItems {
  readonly nItems: number;
  /** Respondents used: those with all answers, or (pairwise) everybody. */
  readonly n: number;
  readonly nComplete: number;
  readonly medianCorrelation: number;
  readonly lambda6: number;
  /** Feldt's, 95 % unless told. */
  readonly interval: Interval;
  /** By position of the item left out; empty for two items. */
  readonly withoutItem: readonly AlphaOfItems[];
  readonly items: readonly ItemStatistics[];
}

/**
 * Cronbach's alpha of a scale with its interval, the alphas without each item, and the items' statistics.
 *
 * @param items k ≥ 2 columns of equal length, reversed items already turned, NaN = missing answer
 * @param options `missing`: complete cases unless told; `level` of the interval, 95 % unless told
 * @throws ScoringError `too-few-items`, `too-few-rows`, `constant-column`, `rank-deficient` for items that determine
 *   each other, `zero-scale`, `not-finite`, `unequal-lengths`
 * @source L. J. Cronbach, Psychometrika 16 (1951), 297–334; methodology §2.8; checked against psych `alpha`
 * @example cronbachAlpha([Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 1, 4, 3)]).alpha // 0.75
 */
export function cronbachAlpha(
  items: readonly Float64Array[],
  options: { readonly missing?: MissingAnswers; readonly level?: number } = {},
): CronbachAlpha {
  const { missing = 'complete', level } = options;
  if (items.length < 2) throw new ScoringError('too-few-items', { items: items.length, least: 2 });
  const covariance = itemCovariance(items, missing);
  const correlation = correlationFrom(covariance);
  const complete = completeCases(items);
  const used = missing === 'complete' ? complete : items;
  const n = used[0]?.length ?? 0;
  const whole = alphasFrom(covariance, correlation);
  return {
    ...whole,
    nItems: items.length,
    n,
    nComplete: complete[0]?.length ?? 0,
    medianCorrelation: quantile(
      correlation.flatMap((row, at) => row.slice(0, at)),
      0.5,
    ),
    lambda6: guttmanLambda6(correlation),
    interval: feldtInterval(whole.alpha, n, items.length, level),
    withoutItem:
      items.length < 3 ? [] : items.map((_, item) => alphasFrom(withoutItem(covariance, item), withoutItem(correlation, item))),
    items: itemStatisticsFrom(used, covariance),
  };
}

function alphasFrom(covariance: SquareMatrix, correlation: SquareMatrix): AlphaOfItems {
  return {
    alpha: alphaFromCovariance(covariance),
    standardisedAlpha: alphaFromCovariance(correlation),
    averageCorrelation: averageCorrelation(correlation),
  };
}
