import { ScoringError } from '../../../../scoring/index.js';
import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';

/**
 * The terms that determine a dependent one: those before it without which it would be independent.
 *
 * @param model refused as rank-deficient
 * @param term the first term that those before it determine
 * @param estimate tries a model
 * @returns the dependent term after the ones it depends on
 */
export function dependentColumns(model: RegressionModel, term: string, estimate: (model: RegressionModel) => unknown): string[] {
  const before = model.terms.slice(0, model.terms.indexOf(term));
  const determining = before.filter((other) => {
    try {
      estimate({ ...model, errors: 'classical', terms: [...before.filter((name) => name !== other), term] });
      return true;
    } catch (error) {
      if (error instanceof ScoringError) return error.code !== 'rank-deficient';
      throw error;
    }
  });
  return [...determining, term];
}
