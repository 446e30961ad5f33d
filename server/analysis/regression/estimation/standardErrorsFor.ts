import { ScoringError } from '../../../../scoring/index.js';
import {
  StandardErrorsSchema,
  type Estimator,
  type RegressionModel,
  type StandardErrors,
} from '../../../../survey-definitions/contract/index.js';

/**
 * Standard errors that exist for an estimator. M-estimators have their own; with fixed effects, errors that are robust
 * row by row are inconsistent for panels of few years (J. H. Stock, M. W. Watson, Econometrica 76 (2008), 155–174), so
 * that only the usual and the clustered ones are offered.
 */
export function standardErrorsFor({ kind }: Estimator): readonly StandardErrors[] {
  if (kind === 'huber' || kind === 'bisquare') return ['classical'];
  return kind === 'within' ? ['classical', 'cluster'] : StandardErrorsSchema.options;
}

/** @throws ScoringError `undefined-errors` naming a combination that does not exist */
export function requireDefinedErrors({ estimator, errors }: RegressionModel): void {
  if (!standardErrorsFor(estimator).includes(errors))
    throw new ScoringError('undefined-errors', { errors, estimator: estimator.kind });
}
