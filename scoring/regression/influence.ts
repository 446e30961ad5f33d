import { ScoringError } from '../scoringError.js';
import type { ModelSpecification } from './design.js';
import { leveragesOf } from './leverages.js';
import { linearModelFrom } from './linearModel.js';
import type { PanelModel } from './panelModel.js';

/** How much a row weighs in a regression. */
export interface RowInfluence {
  /** Position of the row in the data, from 0. */
  row: number;
  /** ŷ, in the unit of the response; of a fixed-effects regression with the effects. */
  fitted: number;
  /** y − ŷ. */
  residual: number;
  /** h, 0–1: by how much ŷ moves when y moves by 1. */
  leverage: number;
  /** √w·e/(s·√(1 − h)), internally standardised; null where h is 1. */
  standardised: number | null;
  /** The same with s from the other rows: Student's t with one degree of freedom less; null where there is no such s. */
  studentised: number | null;
  /** Cook's distance: how far all ŷ move without the row, in units of p·s²; null where h is 1. */
  cooksDistance: number | null;
}

/** A row of so high a leverage is fitted by a coefficient of its own. */
const FULL_LEVERAGE = 1 - 1e-10;

/**
 * Leverage, standardised residuals and Cook's distance of each complete row of a linear regression, as R's `hatvalues`,
 * `rstandard`, `rstudent` and `cooks.distance`. Rows of weight 0 are left out.
 *
 * @param specification response, terms, weights and variables
 * @returns a record per row that has a part in the fit, in the order of the data
 * @throws ScoringError as `linearModelFrom`; `exact-fit` where no residuals are left
 * @source R. D. Cook, S. Weisberg, Residuals and Influence in Regression, Chapman & Hall (1982), chapters 2, 3
 * @example influenceOf({ response: 'y', terms: ['x'], variables })[0]?.leverage
 */
export function influenceOf(specification: ModelSpecification): RowInfluence[] {
  const { design, fit, degreesOfFreedom, residualSquares, residuals } = linearModelFrom(specification);
  if (fit.exact) throw new ScoringError('exact-fit');
  const leverages = leveragesOf(fit);
  const measure = measureFrom({ degreesOfFreedom, residualSquares, parameters: design.terms.length });
  return Array.from(design.rows, (row, at) => ({
    row,
    fitted: (design.response.high[at] ?? 0) - (residuals[at] ?? 0),
    residual: residuals[at] ?? 0,
    ...measure(fit.residuals[at] ?? 0, leverages[at] ?? 0),
  })).filter((_, at) => (design.weights?.[at] ?? 1) > 0);
}

/**
 * The same for a fixed-effects regression, which is the regression on dummies of units and years: leverages are those of
 * slopes and effects together.
 *
 * @param model a fitted panel
 * @returns a record per complete row, in the order of the data
 * @throws ScoringError `exact-fit` where no residuals are left
 * @source as `influenceOf`; R `influence.measures` of `lm(y ~ x + factor(unit))`
 * @example panelInfluenceOf(panelModelFrom(specification))[0]?.cooksDistance
 */
export function panelInfluenceOf(model: PanelModel): RowInfluence[] {
  const { design, fit, degreesOfFreedom, effects, effectLeverages } = model;
  if (fit.exact) throw new ScoringError('exact-fit');
  const residualSquares = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  const slopes = leveragesOf(fit);
  const measure = measureFrom({ degreesOfFreedom, residualSquares, parameters: design.terms.length + effects });
  return Array.from(design.rows, (row, at) => {
    const residual = fit.residuals[at] ?? 0;
    const leverage = (slopes[at] ?? 0) + (effectLeverages[at] ?? 0);
    return { row, fitted: (design.response.high[at] ?? 0) - residual, residual, ...measure(residual, leverage) };
  });
}

interface Fitted {
  degreesOfFreedom: number;
  residualSquares: number;
  /** p, all coefficients with intercept and effects. */
  parameters: number;
}

/** Measures of a row from its weighted residual and its leverage. */
function measureFrom({ degreesOfFreedom, residualSquares, parameters }: Fitted) {
  const variance = residualSquares / degreesOfFreedom;
  return (residual: number, h: number) => {
    const leverage = Math.min(1, h);
    if (leverage > FULL_LEVERAGE) return { leverage, standardised: null, studentised: null, cooksDistance: null };
    const standardised = residual / Math.sqrt(variance * (1 - leverage));
    const squaresOfOthers = residualSquares - residual ** 2 / (1 - leverage);
    const varianceOfOthers = degreesOfFreedom > 1 ? squaresOfOthers / (degreesOfFreedom - 1) : 0;
    return {
      leverage,
      standardised,
      studentised: varianceOfOthers > 0 ? residual / Math.sqrt(varianceOfOthers * (1 - leverage)) : null,
      cooksDistance: (standardised ** 2 * leverage) / ((1 - leverage) * parameters),
    };
  };
}
