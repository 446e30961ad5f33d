import { ScoringError } from '../scoringError.js';
import type { PreciseColumn } from './preciseColumn.js';
import { INTERCEPT, termColumn, type Variables } from './term.js';

/** A linear model and its data. */
export interface ModelSpecification {
  /** The response: a variable or a term such as `log(y)`. */
  response: string;
  /** Terms, see `termColumn`; `(Intercept)` may stand among them. */
  terms: readonly string[];
  /** Whether the model has an intercept; true unless said otherwise. */
  intercept?: boolean;
  /** The variable of the weights w ≥ 0. */
  weights?: string;
  variables: Variables;
}

/** The rows and columns of a model. */
export interface Design {
  terms: readonly string[];
  intercept: boolean;
  columns: PreciseColumn[];
  response: PreciseColumn;
  /** w; absent without weights. */
  weights: Float64Array | undefined;
  /** Positions of the complete rows in the data. */
  rows: Int32Array;
  /** Number of rows of the data. */
  length: number;
  /** Number of rows left out because a value is missing. */
  missing: number;
  /** Number of rows with a positive weight. */
  count: number;
}

/**
 * The design matrix of a model: columns of its terms over the rows in which nothing is missing.
 *
 * @param model the terms and the variables
 * @returns the design, with the number of rows left out
 * @throws ScoringError `unknown-column`, `unknown-term`, `unequal-lengths`, `not-finite`, `out-of-range`, `empty`,
 * `negative-weight`, `zero-weights`, `constant-column`, and `too-few-rows` where no degree of freedom is left
 * @example designFrom({ response: 'y', terms: ['x'], variables: { y: [1, 2, 4], x: [0, 1, 2] } }).terms // ['(Intercept)', 'x']
 */
export function designFrom(model: ModelSpecification): Design {
  const response = termColumn(model.response, model.variables);
  const terms = termsOf(model);
  const columns = terms.map((term) => (term === INTERCEPT ? ones(response.high.length) : termColumn(term, model.variables)));
  const weights = model.weights === undefined ? undefined : termColumn(model.weights, model.variables);
  const all = [response, ...columns, ...(weights ? [weights] : [])];
  const rows = completeRows(all);
  const kept = selection(rows);
  const weightsKept = weights && kept(weights).high;
  const design = {
    terms,
    intercept: terms.includes(INTERCEPT),
    columns: columns.map(kept),
    response: kept(response),
    weights: weightsKept,
    rows,
    length: response.high.length,
    missing: response.high.length - rows.length,
    count: countOf(rows, weightsKept),
  };
  requireEstimable(design);
  return design;
}

function termsOf({ terms, intercept = true }: ModelSpecification): string[] {
  if (!intercept) return terms.filter((term) => term !== INTERCEPT);
  return terms.includes(INTERCEPT) ? [...terms] : [INTERCEPT, ...terms];
}

function ones(rows: number): PreciseColumn {
  return { high: new Float64Array(rows).fill(1), low: new Float64Array(rows) };
}

function completeRows(columns: readonly PreciseColumn[]): Int32Array {
  const lengths = columns.map(({ high }) => high.length);
  const [length = 0] = lengths;
  if (lengths.some((other) => other !== length)) throw new ScoringError('unequal-lengths', { lengths });
  const missing = new Uint8Array(length);
  for (const { high } of columns)
    high.forEach((value, row) => {
      if (Number.isNaN(value)) missing[row] = 1;
    });
  const rows = Int32Array.from(missing.keys()).filter((row) => missing[row] === 0);
  if (rows.length === 0) throw new ScoringError('empty', { input: 'rows' });
  return rows;
}

function selection(rows: Int32Array): (column: PreciseColumn) => PreciseColumn {
  const chosen = (numbers: Float64Array) =>
    numbers.length === rows.length ? numbers : Float64Array.from(rows, (row) => numbers[row] ?? 0);
  return ({ high, low }) => ({ high: chosen(high), low: chosen(low) });
}

/** Number of rows with a positive weight. */
function countOf(rows: Int32Array, weights: Float64Array | undefined): number {
  if (!weights) return rows.length;
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) throw new ScoringError('negative-weight', { row: rows[negative], weight: weights[negative] });
  const count = weights.filter((weight) => weight > 0).length;
  if (count === 0) throw new ScoringError('zero-weights');
  return count;
}

function requireEstimable({ terms, columns, count, intercept }: Design): void {
  if (terms.length === 0) throw new ScoringError('empty', { input: 'terms' });
  if (count <= terms.length) throw new ScoringError('too-few-rows', { rows: count, terms: terms.length });
  const constant = terms.find((term, at) => intercept && term !== INTERCEPT && isConstant(columns[at]));
  if (constant !== undefined) throw new ScoringError('constant-column', { term: constant });
}

function isConstant(column: PreciseColumn | undefined): boolean {
  const first = column?.high[0];
  return column?.high.every((value) => value === first) ?? false;
}
