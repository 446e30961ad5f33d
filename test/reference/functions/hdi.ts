import { goalpostScore, weightedMean, type Goalposts } from '../../../scoring/index.js';
import type { CsvRow, LoadedCase } from '../referenceCase.js';
import { rowsOf } from './columns.js';

interface Options {
  goalposts: Record<string, Partial<Goalposts> & Pick<Goalposts, 'lower' | 'upper'>>;
}

/** The columns that measure each dimension; those with goalposts are scored by them, others are indices already. */
const DIMENSIONS = { life: /life/i, education: /educ|school/i, income: /income|gni|gdp/i };

/** The human development index: the geometric mean of life, education (a mean of its measures) and income. */
export function hdi(loaded: LoadedCase): unknown {
  const { goalposts } = loaded.reference.options as unknown as Options;
  const units = rowsOf(loaded).map((row) => indicesOf(row, goalposts));
  const values = units.length === 1 ? units[0] : columnwise(units);
  return { computed: values, published: values };
}

function indicesOf(row: CsvRow, goalposts: Options['goalposts']): Record<string, number> {
  const scoreOf = (column: string) => {
    const points = goalposts[column];
    const value = Number(row[column]);
    return points ? goalpostScore(value, 1, { scale: 1, log: false, ...points }) : value;
  };
  const indexOf = (dimension: RegExp) => {
    const measures = Object.keys(row).filter((column) => dimension.test(column) && row[column] !== '');
    return weightedMean(
      measures.map(scoreOf),
      measures.map(() => 1),
      'arithmetic',
    );
  };
  const [lifeIndex, educationIndex, incomeIndex] = [
    indexOf(DIMENSIONS.life),
    indexOf(DIMENSIONS.education),
    indexOf(DIMENSIONS.income),
  ];
  const index = weightedMean([lifeIndex, educationIndex, incomeIndex], [1, 1, 1], 'geometric');
  return { lifeIndex, educationIndex, incomeIndex, hdi: index };
}

function columnwise(units: Record<string, number>[]): Record<string, number[]> {
  const names = Object.keys(units[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, units.map((unit) => unit[name] ?? Number.NaN)]));
}
