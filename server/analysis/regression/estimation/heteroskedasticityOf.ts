import {
  breuschPagan,
  breuschPaganTests,
  linearRegressionFrom,
  type LinearRegression,
  type ModelSpecification,
} from '../../../../scoring/index.js';
import type { Heteroskedasticity } from './estimatedModel.js';

/** Under which the squared residuals join the columns; no column can have this name. */
const SQUARES = '(squared residuals)';

/** Whether the variance of the residuals goes with the regressors, and with which of them. */
export function heteroskedasticityOf(specification: ModelSpecification, fit: LinearRegression): Heteroskedasticity {
  const squares = { [SQUARES]: relativeSquares(specification, fit) };
  const variables = { ...specification.variables, ...squares };
  const onTerms = (terms: readonly string[]) => linearRegressionFrom({ response: SQUARES, terms, variables }).coefficients;
  const { terms } = specification;
  const alone = breuschPaganTests(
    specification,
    terms.map((term) => [term]),
  );
  return {
    test: breuschPagan(specification),
    auxiliary: onTerms(terms),
    drivers: alone.map((test, at) => {
      const term = terms[at] ?? '';
      return { term, test, slope: onTerms([term])[1]?.estimate ?? 0 };
    }),
  };
}

/** w·e² over its mean, by row of the data; missing where the row has no part in the fit. */
function relativeSquares({ variables, weights, response }: ModelSpecification, fit: LinearRegression): Float64Array {
  const { rows, residuals, residualSquares, n } = fit;
  const squares = new Float64Array(variables[response]?.length ?? 0).fill(Number.NaN);
  const given = weights === undefined ? undefined : variables[weights];
  rows.forEach((position, row) => {
    squares[position] = ((given?.[position] ?? 1) * (residuals[row] ?? 0) ** 2 * n) / residualSquares;
  });
  return squares;
}
