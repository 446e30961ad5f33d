import { completeRows, correlationMatrix, correlationTest, type Column, type MissingRows } from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import { columnsOf } from './column.js';
import { rowsOf } from './columns.js';

interface Options {
  columns: string[];
  missing?: MissingRows;
}

/** Matrices, and tests of all pairs in the order of the columns; a case expects the first of them. */
export function correlation(loaded: LoadedCase): unknown {
  const { columns: names, missing = 'pairwise' } = loaded.reference.options as unknown as Options;
  const columns = columnsOf(rowsOf(loaded), names);
  const pairs = names.flatMap((x, at) => names.slice(at + 1).map((y) => [x, y] as const));
  return {
    pearson: correlationMatrix(columns, 'pearson', missing),
    spearman: correlationMatrix(columns, 'spearman', missing),
    kendall: correlationMatrix(columns, 'kendall', missing),
    tests: pairs.map(([x, y]) => ({ x, y, ...testsOf(columns[x] ?? [], columns[y] ?? []) })),
  };
}

function testsOf(first: Column, second: Column): object {
  const [x = [], y = []] = completeRows([first, second]);
  const pearson = correlationTest(x, y, 'pearson');
  const spearman = correlationTest(x, y, 'spearman');
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
  };
}
