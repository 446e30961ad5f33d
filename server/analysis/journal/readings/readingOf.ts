import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';
import type { Coefficient } from '../../../../scoring/index.js';
import { stepOf, underLogarithm, type VariableStep } from './variableUnit.js';

/** What a coefficient says, in numbers that a sentence can carry. */
export interface Reading {
  term: string;
  /** The variable itself where a logarithm stands in the model. */
  variable: string;
  response: string;
  step: VariableStep;
  /** Of the response at one step more. */
  change: number;
  lower: number;
  upper: number;
  /** Per cent where a logarithm is the response, points of a share or a growth rate, else the unit of the response. */
  measure: 'percent' | 'points' | 'units';
  /** Of the logarithm, where per cent and 100·b differ visibly; null elsewhere. */
  logPoints: number | null;
  /** Factors where the term is a product. */
  product: { of: string; by: string } | null;
  /** The other factors of products with this term: the reading holds where they are 0. */
  partners: string[];
}

/** From here on a change of the logarithm is no longer close to a share. */
const VISIBLE = 0.1;

/**
 * A coefficient read for one sensible step of its variable. With a logarithm as response it is a semi-elasticity,
 * 100·(e^(b·step) − 1) per cent; of a logarithm an elasticity, at 1 % more. A share as response changes by points.
 *
 * @param coefficient with its interval
 * @param response of the model
 * @param terms of the model
 * @param transformations how the columns were computed
 */
export function readingOf(
  { term, estimate, lower, upper }: Pick<Coefficient, 'term' | 'estimate' | 'lower' | 'upper'>,
  response: string,
  terms: readonly string[],
  transformations: readonly PanelTransformation[],
): Reading {
  const step = stepOf(term, transformations);
  const level = underLogarithm(response, transformations);
  const unit = stepOf(response, transformations);
  const point = unit.kind === 'point' ? unit.step : 1;
  const changeOf = (slope: number): number =>
    level === null ? (slope * step.step) / point : 100 * Math.expm1(slope * step.step);
  const logPoints = estimate * step.step;
  const products = transformations.filter((made) => made.kind === 'product' && (terms.includes(made.name) || made.name === term));
  const own = products.find(({ name }) => name === term);
  return {
    term,
    variable: step.kind === 'percent' ? (underLogarithm(term, transformations) ?? term) : term,
    response: level ?? response,
    step,
    change: changeOf(estimate),
    lower: changeOf(lower),
    upper: changeOf(upper),
    measure: measureOf(level, unit),
    logPoints: level !== null && Math.abs(logPoints) >= VISIBLE ? logPoints : null,
    product: own?.kind === 'product' ? { of: own.of, by: own.by } : null,
    partners: products.flatMap((made) => {
      if (made.kind !== 'product') return [];
      if (made.of === term) return made.by;
      return made.by === term ? made.of : [];
    }),
  };
}

function measureOf(level: string | null, { kind }: VariableStep): Reading['measure'] {
  if (level !== null) return 'percent';
  return kind === 'point' ? 'points' : 'units';
}
