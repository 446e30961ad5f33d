import { completeRows, correlationMatrix, correlationTest, kendallTest, type MissingRows } from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import { columnsOf } from './column.js';
import { rowsOf } from './columns.js';

interface Options {
  columns: string[];
  missing?: string;
}

/** Matrices, and tests of all pairs in the order of the columns; a case expects the first of them. */
export function correlation(loaded: LoadedCase): unknown {
  const options = loaded.reference.options as unknown as Options;
  const names = options.columns;
  const missing: MissingRows = (options.missing ?? 'pairwise') === 'pairwise' ? 'pairwise' : 'listwise';
  const columns = columnsOf(rowsOf(loaded), names);
  const pairs = names.flatMap((x, at) => names.slice(at + 1).map((y) => [x, y] as const));
  return {
    pearson: correlationMatrix(columns, 'pearson', missing),
    spearman: correlationMatrix(columns, 'spearman', missing),
    kendall: correlationMatrix(columns, 'kendall', missing),
    tests: pairs.map(([x, y]) => {
      const others = missing === 'listwise' ? Object.values(columns) : [];
      return { x, y, ...testsOf(completeRows([columns[x] ?? [], columns[y] ?? [], ...others])) };
    }),
  };
}

function testsOf([x = [], y = []]: number[][]): object {
  const undefinedTest = { n: x.length, pearson: null, spearman: null, kendall: null };
  if (x.length < 3 || [x, y].some((values) => new Set(values).size === 1)) return undefinedTest;
  const pearson = correlationTest(x, y, 'pearson');
  const spearman = correlationTest(x, y, 'spearman');
  const kendall = kendallTest(x, y);
  return {
    n: pearson.n,
    pearson: {
      r: pearson.coefficient,
      t: pearson.t,
      df: pearson.degreesOfFreedom,
      p: pearson.p,
      ciLower: pearson.interval?.lower ?? null,
      ciUpper: pearson.interval?.upper ?? null,
    },
    spearman: { rho: spearman.coefficient, p: spearman.p },
    kendall: { tau: kendall.coefficient, z: kendall.z, p: kendall.p },
  };
}
