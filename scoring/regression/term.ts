import { ScoringError } from '../scoringError.js';
import { preciseProduct, type PreciseColumn } from './preciseColumn.js';

/** Columns of numbers by name, all of one length; NaN is a missing value. */
export type Variables = Readonly<Record<string, ArrayLike<number>>>;

export const INTERCEPT = '(Intercept)';

const FUNCTIONS: Readonly<Record<string, { domain: (value: number) => boolean; of: (value: number) => number }>> = {
  log: { domain: (value) => value > 0, of: Math.log },
  log1p: { domain: (value) => value > -1, of: Math.log1p },
  sqrt: { domain: (value) => value >= 0, of: Math.sqrt },
  exp: { domain: () => true, of: Math.exp },
};

/**
 * A term of a model as a column: a variable; `x^2` or `I(x^2)`, a whole power; `log(x)`, `log1p(x)`, `sqrt(x)`,
 * `exp(x)`; `a:b`, a product of terms. Powers and products are kept with twice the digits of a double. A variable
 * whose name is the term goes before all of these.
 *
 * @param term as R writes it
 * @param variables columns of one length, NaN where missing
 * @returns the column, NaN where a variable is missing
 * @throws ScoringError `unknown-column`, `unknown-term`; `not-finite` or `out-of-range` naming the term and the row
 * @example termColumn('x^2', { x: [1, 3] }).high // [1, 9]
 */
export function termColumn(term: string, variables: Variables): PreciseColumn {
  const column = columnOf(term.trim(), variables);
  const infinite = column.high.findIndex((value) => Math.abs(value) === Infinity);
  if (infinite >= 0) throw new ScoringError('not-finite', { term, row: infinite });
  return column;
}

function columnOf(term: string, variables: Variables): PreciseColumn {
  const variable = Object.hasOwn(variables, term) ? variables[term] : undefined;
  if (variable) return { high: Float64Array.from(variable), low: new Float64Array(variable.length) };
  if (term.includes(':')) return productOf(term.split(':').map((factor) => columnOf(factor.trim(), variables)));
  const [, name = '', inner = ''] = /^(\w+)\((.+)\)$/.exec(term) ?? [];
  if (name === 'I') return columnOf(inner, variables);
  if (name !== '') return transformed(name, inner, columnOf(inner, variables));
  const [, base = '', exponent = ''] = /^(.+)\^([1-9]\d?)$/.exec(term) ?? [];
  if (base === '') throw new ScoringError('unknown-column', { column: term });
  return productOf(new Array<PreciseColumn>(Number(exponent)).fill(columnOf(base, variables)));
}

function transformed(name: string, inner: string, { high }: PreciseColumn): PreciseColumn {
  const transformation = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!transformation) throw new ScoringError('unknown-term', { term: `${name}(${inner})` });
  const outside = high.findIndex((value) => !Number.isNaN(value) && !transformation.domain(value));
  if (outside >= 0) throw new ScoringError('out-of-range', { term: `${name}(${inner})`, row: outside, value: high[outside] });
  return { high: high.map(transformation.of), low: new Float64Array(high.length) };
}

function productOf(factors: readonly PreciseColumn[]): PreciseColumn {
  const rows = factors[0]?.high.length ?? 0;
  const product = { high: new Float64Array(rows), low: new Float64Array(rows) };
  for (let row = 0; row < rows; row += 1) {
    const { high, low } = factors
      .map((factor) => ({ high: factor.high[row] ?? 0, low: factor.low[row] ?? 0 }))
      .reduce(preciseProduct);
    product.high[row] = high;
    product.low[row] = low;
  }
  return product;
}
