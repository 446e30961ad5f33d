import { ScoringError } from '../../../scoring/index.js';
import type { Margin } from './weighting.js';

/** Why weights cannot be computed: nothing is published of the wave until it is settled. */
export interface WeightingFault {
  code:
    | 'unknown-variable'
    | 'no-respondents'
    | 'unknown-category'
    | 'empty-category'
    | 'totals-differ'
    | 'one-margin-only'
    | 'no-agreement'
    | 'cannot-clip'
    | 'negative-weight'
    | 'collinear';
  /** The margin that it is about, by its variables. */
  variables?: readonly string[];
  /** The category that it is about. */
  codes?: readonly number[];
}

/**
 * The fault behind a refused computation of weights, told by the margins and categories of the town.
 *
 * @throws the error itself where it says nothing about weights
 */
export function weightingFaultFrom(error: unknown, margins: readonly Margin[]): WeightingFault {
  if (!(error instanceof ScoringError)) throw error;
  const { code, details } = error;
  switch (code) {
    case 'empty-category':
    case 'unknown-category':
      return { code, ...placeOf(margins[namedMargin(details.margin)], details.code) };
    case 'margins-differ':
      return { code: 'totals-differ' };
    case 'not-converged':
      if ('rounds' in details) return { code: 'cannot-clip' };
      return { code: 'no-agreement', ...placeOf(margins[namedMargin(details.margin)], details.category) };
    case 'negative-weight':
      return { code };
    case 'rank-deficient':
    case 'too-few-rows':
      return { code: 'collinear' };
    default:
      throw error;
  }
}

/** Margins are handed to the computation under their numbers. */
function namedMargin(margin: unknown): number {
  return Number(margin);
}

function placeOf(margin: Margin | undefined, category: unknown): Pick<WeightingFault, 'variables' | 'codes'> {
  const codes = margin?.categories[Number(category)]?.codes;
  return { ...(margin && { variables: margin.variables }), ...(codes && { codes }) };
}
