import { ScoringError } from '../scoringError.js';
import { designFrom, type Design, type ModelSpecification } from './design.js';
import { groupsOf, type Groups } from './groups.js';
import { leastSquaresOf, type LeastSquares } from './leastSquares.js';
import { normOf } from './orthogonalColumns.js';
import type { PreciseColumn } from './preciseColumn.js';
import { INTERCEPT } from './term.js';
import { withinTransformation, type WithinTransformation } from './withinTransformation.js';

export type PanelEffect = 'individual' | 'time' | 'twoways';

/** A fixed-effects regression and its data. */
export interface PanelSpecification extends Omit<ModelSpecification, 'intercept' | 'weights'> {
  /** The unit (town, firm) of each row of the data. */
  individuals: readonly string[];
  /** The period of each row; needed for time effects and for clusters of periods. */
  periods?: readonly string[];
  effect: PanelEffect;
}

/** A panel with its within fit: what summaries and robust standard errors start from. */
export interface PanelModel {
  specification: PanelSpecification;
  /** Columns and response as they are, without intercept. */
  design: Design;
  individuals: Groups;
  periods: Groups | undefined;
  /** Columns and response without the effects. */
  within: Design;
  fit: LeastSquares;
  /** Number of independent effects. */
  effects: number;
  /** What the effects add to the leverage of each row of the design. */
  effectLeverages: Float64Array;
  /** Rows − slopes − effects. */
  degreesOfFreedom: number;
}

/** What is left of a column that its effects explain: rounding errors. */
const UNVARIED = 1e-12;

/**
 * Fits a panel regression with fixed effects by least squares on the within-transformed data.
 *
 * @param specification response, terms, units, periods, effect and variables
 * @returns the model with its fit
 * @throws ScoringError as `designFrom` and `leastSquaresOf`; `bad-panel` for a row without unit or period or two rows of
 * one unit and period; `constant-column` naming a term that does not vary beside the effects; `too-few-rows`
 * @source B. H. Baltagi, Econometric Analysis of Panel Data, Wiley (2005), chapters 2, 3, 9
 * @example panelModelFrom({ response: 'y', terms: ['x'], individuals, periods, effect: 'twoways', variables }).effects
 */
export function panelModelFrom(specification: PanelSpecification): PanelModel {
  const terms = specification.terms.filter((term) => term !== INTERCEPT);
  const { response, variables } = specification;
  const design = designFrom({ response, terms, variables, intercept: false });
  const individuals = groupsIn(specification.individuals, design, 'individual');
  const periods = specification.periods && groupsIn(specification.periods, design, 'period');
  if (periods) requireDistinct(individuals, periods, design);
  const transformation = withinTransformation(groupingsOf(specification.effect, individuals, periods));
  const degreesOfFreedom = design.count - terms.length - transformation.rank;
  if (degreesOfFreedom < 1)
    throw new ScoringError('too-few-rows', { rows: design.count, terms: terms.length, effects: transformation.rank });
  const within = transformed(design, transformation);
  const fit = leastSquaresOf(within, design.columns.map(normOf));
  const { rank: effects, leverages: effectLeverages } = transformation;
  return { specification, design, individuals, periods, within, fit, effects, effectLeverages, degreesOfFreedom };
}

function groupsIn(labels: readonly string[], { rows, length }: Design, input: 'individual' | 'period'): Groups {
  if (labels.length !== length) throw new ScoringError('unequal-lengths', { lengths: [length, labels.length] });
  const unnamed = rows.findIndex((row) => labels[row] === '');
  if (unnamed >= 0) throw new ScoringError('bad-panel', { missing: input, row: rows[unnamed] });
  return groupsOf(Array.from(rows, (row) => labels[row] ?? ''));
}

function requireDistinct(individuals: Groups, periods: Groups, { rows }: Design): void {
  const seen = new Set<number>();
  rows.forEach((position, row) => {
    const individual = individuals.numbers[row] ?? 0;
    const period = periods.numbers[row] ?? 0;
    const cell = individual * periods.names.length + period;
    if (seen.has(cell))
      throw new ScoringError('bad-panel', {
        duplicate: [individuals.names[individual], periods.names[period]],
        row: position,
      });
    seen.add(cell);
  });
}

function groupingsOf(effect: PanelEffect, individuals: Groups, periods: Groups | undefined): Groups[] {
  if (effect === 'individual') return [individuals];
  if (!periods) throw new ScoringError('bad-panel', { missing: 'periods' });
  return effect === 'time' ? [periods] : [individuals, periods];
}

function transformed(design: Design, transformation: WithinTransformation): Design {
  const columns = design.columns.map((column, at) => {
    const left = precise(transformation.of(column.high));
    if (normOf(left) <= UNVARIED * normOf(column)) throw new ScoringError('constant-column', { term: design.terms[at] });
    return left;
  });
  return { ...design, columns, response: precise(transformation.of(design.response.high)) };
}

function precise(high: Float64Array): PreciseColumn {
  return { high, low: new Float64Array(high.length) };
}
