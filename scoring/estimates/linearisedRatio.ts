import { ScoringError } from '../scoringError.js';
import { compensatedSum } from '../statistics/compensatedSum.js';
import { countOf } from './countOf.js';
import type { SamplingDesign } from './samplingDesign.js';

/** A ratio of weighted sums with its linearised residuals: all that variances and covariances need. */
export interface LinearisedRatio {
  readonly value: number;
  /** z_i = w_i·u_i per row, 0 outside the domain. */
  readonly residuals: Float64Array;
  readonly nValid: number;
  /** Kish's effective n, (Σw)²/Σw². */
  readonly effectiveN: number;
  /** Kish's design effect, n/(effective n). */
  readonly designEffect: number;
}

/**
 * Ratio of two weighted sums over a domain, R = Σ w·y / Σ w·x, linearised: u_i = (y_i − R·x_i)/Σ w·x inside the
 * domain, 0 outside; z_i = w_i·u_i. With x = 1 this is the weighted mean.
 *
 * @param design weights and number of rows; checked by `checkDesign`
 * @param domain 0/1 per row: respondents with a valid value; at least one
 * @param numerator y per row, any unit; entries outside the domain are ignored
 * @param denominator x per row, Σ w·x > 0; absent = 1 for everybody
 * @returns R in units of y per unit of x
 * @throws ScoringError `empty`, `not-finite` (with the row), `zero-weights`
 * @source methodology §2.5; W. G. Cochran, Sampling Techniques (1977), ch. 6
 * @example linearisedRatioFrom({ rows: 2 }, Uint8Array.of(1, 1), Float64Array.of(40, 70)).value // 55
 */
export function linearisedRatioFrom(
  design: SamplingDesign,
  domain: Uint8Array,
  numerator: ArrayLike<number>,
  denominator?: ArrayLike<number>,
): LinearisedRatio {
  const nValid = countOf(domain);
  if (nValid === 0) throw new ScoringError('empty', { input: 'domain' });
  const weight = (row: number): number => design.weights?.[row] ?? 1;
  const x = (row: number): number => (denominator ? (denominator[row] ?? 0) : 1);
  const y = (row: number): number => numerator[row] ?? 0;
  const sumOver = (term: (row: number) => number): number =>
    compensatedSum(design.rows, (row) => (domain[row] === 1 ? term(row) : 0));

  const size = design.weights || denominator ? sumOver((row) => weight(row) * x(row)) : nValid;
  const total = sumOver((row) => weight(row) * y(row));
  const sumOfWeights = design.weights ? sumOver(weight) : nValid;
  if (![size, total, sumOfWeights].every(Number.isFinite)) throw notFinite(domain, x, y);
  if (!(size > 0 && sumOfWeights > 0)) throw new ScoringError('zero-weights');

  const value = total / size;
  const residuals = new Float64Array(design.rows);
  for (let row = 0; row < domain.length; row += 1)
    if (domain[row] === 1) residuals[row] = (weight(row) * (y(row) - value * x(row))) / size;
  // Shares of the weights keep their squares within reach of a double, whatever the scale of the weights.
  const effectiveN = design.weights ? 1 / sumOver((row) => (weight(row) / sumOfWeights) ** 2) : nValid;
  return { value, residuals, nValid, effectiveN, designEffect: nValid / effectiveN };
}

/** The first row whose value spoils the sums. */
function notFinite(domain: Uint8Array, x: (row: number) => number, y: (row: number) => number): ScoringError {
  const row = domain.findIndex((member, at) => member === 1 && !(Number.isFinite(x(at)) && Number.isFinite(y(at))));
  return new ScoringError('not-finite', { input: 'values', row });
}
