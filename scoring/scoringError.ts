/** Everything that may go wrong in a computation. Missing data is not here: a missing value is a result with a reason. */
export const SCORING_ERROR_CODES = [
  'not-finite',
  'empty',
  'unequal-lengths',
  'negative-weight',
  'zero-weights',
  'out-of-range',
  'unknown-item',
  'unknown-scale',
  'unknown-population',
  'unknown-flag',
  'unknown-code',
  'unknown-form',
  'columns-differ',
  'population-exceeded',
  'stratum-too-small',
  'duplicate-observation',
  'bad-normalisation',
  'not-positive',
  'negative-root',
  'methods-differ',
  'indicators-differ',
  'too-few-rows',
  'rank-deficient',
  'constant-column',
  'unknown-column',
  'duplicate-column',
  'unknown-term',
  'unknown-option',
  'undefined-errors',
  'exact-fit',
  'zero-scale',
  'bad-panel',
  'full-leverage',
  'too-few-clusters',
  'clusters-not-nested',
  'unknown-category',
  'empty-category',
  'margins-differ',
  'bounds-infeasible',
  'not-converged',
  'too-few-items',
  'broken-hierarchy',
  'tied-components',
  'negative-loading',
  'no-variance',
  'bad-covariance',
  'not-reciprocal',
  'inconsistent-judgements',
  'bad-disclosure-rule',
] as const;
export type ScoringErrorCode = (typeof SCORING_ERROR_CODES)[number];

/**
 * A refused computation: a stable code and the values that explain it. Knows nothing of HTTP or languages. Places given
 * as numbers (`row`, `at`, `item`, `column`, `margin`, `category`, `stratum`, `cluster`) are counted from 0.
 */
export class ScoringError extends Error {
  readonly code: ScoringErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ScoringErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'ScoringError';
    this.code = code;
    this.details = details;
  }
}
