import type { WeightAdjustment } from '../../../scoring/estimates/weightAdjustment.js';
import { calibratedWeights } from '../../../scoring/weights/calibratedWeights.js';
import type { CalibrationDistance } from '../../../scoring/weights/calibrationDistance.js';
import { jointCellsOf } from '../../../scoring/weights/jointCells.js';
import type { Margin } from '../../../scoring/weights/margin.js';
import { postStratifiedWeights } from '../../../scoring/weights/postStratifiedWeights.js';
import { rakedWeights } from '../../../scoring/weights/rakedWeights.js';
import type { CsvRow, LoadedCase } from '../referenceCase.js';
import { cellOf, numbersOf, rowsOf } from './columns.js';
import { figureOf, ratioOver, summaryOf, validOf } from './figures.js';
import { sampleFrom, type DesignOptions, type Sample } from './sample.js';

interface Options extends DesignOptions {
  method: 'rake' | 'poststratify' | 'calibrate';
  margins?: Record<string, Record<string, number>>;
  maxIterations?: number;
  epsilon?: number;
  distance?: CalibrationDistance;
  totals?: Record<string, number>;
  /** Lowest and highest quotient of weights; null is no bound. */
  bounds?: [number | null, number | null] | { lower?: number | null; upper?: number | null } | null;
}
interface Adjusted {
  weights: Float64Array;
  adjustment: WeightAdjustment;
}

export function adjustedWeights(loaded: LoadedCase) {
  const options = loaded.reference.options as unknown as Options;
  const start = sampleFrom(rowsOf(loaded), options);
  const { weights, adjustment } = adjusted(start, options);
  const sample = { ...start, design: { ...start.design, weights } };
  const { means } = loaded.reference.expected as { means?: { name: string }[] };
  return {
    weights: [...weights],
    weightSummary: summaryOf(weights),
    startWeightSummary: summaryOf(start.design.weights),
    means: means?.map(({ name }) => {
      const values = numbersOf(sample.rows, name);
      return { name, ...figureOf(ratioOver(sample, validOf([values]), values, undefined, adjustment)) };
    }),
  };
}

function adjusted({ rows, design }: Sample, options: Options): Adjusted {
  const { weights: startWeights } = design;
  const margins = Object.entries(options.margins ?? {}).map(([column, totals]) => marginOf(rows, column, totals));
  switch (options.method) {
    case 'rake': {
      const { maxIterations, epsilon } = options;
      const { weights } = rakedWeights(startWeights, margins, {
        ...(maxIterations !== undefined && { maxIterations }),
        ...(epsilon !== undefined && { epsilon }),
      });
      const joint = jointCellsOf(
        rows.length,
        margins.map(({ categories }) => categories),
      );
      return { weights, adjustment: { kind: 'raked', joint } };
    }
    case 'poststratify': {
      const [margin] = margins;
      if (!margin || margins.length > 1) throw new Error('post-stratification takes one margin');
      const { categories } = margin;
      return {
        weights: postStratifiedWeights(startWeights, margin),
        adjustment: { kind: 'post-stratified', categories, startWeights },
      };
    }
    case 'calibrate': {
      const auxiliaries = Object.entries(options.totals ?? {}).map(([term, total]) => ({ values: termOf(rows, term), total }));
      return {
        weights: calibratedWeights(startWeights, auxiliaries, options.distance ?? 'linear', boundsOf(options.bounds)),
        adjustment: { kind: 'calibrated', auxiliaries: auxiliaries.map(({ values }) => values), startWeights },
      };
    }
  }
}

/** A margin of one column, or of several joined by ":" (their categories too). */
function marginOf(rows: CsvRow[], name: string, totals: Record<string, number>): Margin {
  const numbers = new Map(Object.keys(totals).map((category, at) => [category, at]));
  const columns = name in (rows[0] ?? {}) ? [name] : name.split(':');
  const categoryOf = (row: CsvRow) => columns.map((column) => cellOf(row, column) ?? '').join(':');
  return {
    categories: Int32Array.from(rows, (row) => numbers.get(categoryOf(row)) ?? numbers.size),
    totals: Object.values(totals),
  };
}

/** A term of R's model matrix: 1, a column of numbers, a dummy named by column and category, or a product of these. */
function termOf(rows: CsvRow[], term: string): Float64Array {
  if (term === '(Intercept)') return new Float64Array(rows.length).fill(1);
  const columns = Object.keys(rows[0] ?? {});
  if (columns.includes(term)) return numbersOf(rows, term);
  if (term.includes(':')) {
    const factors = term.split(':').map((factor) => termOf(rows, factor));
    return Float64Array.from(rows, (_, row) => factors.reduce((product, factor) => product * (factor[row] ?? Number.NaN), 1));
  }
  const column = columns
    .filter((name) => term.startsWith(name) && rows.some((row) => row[name] === term.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0];
  if (column === undefined) throw new Error(`the term "${term}" is not known`);
  return Float64Array.from(rows, (row) => Number(row[column] === term.slice(column.length)));
}

function boundsOf(bounds: Options['bounds']) {
  if (!bounds) return undefined;
  const [lower, upper] = Array.isArray(bounds) ? bounds : [bounds.lower, bounds.upper];
  return { lower: lower ?? Number.NEGATIVE_INFINITY, upper: upper ?? Number.POSITIVE_INFINITY };
}
