import { sobolIndices, type SobolRuns } from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import { numbersOf, rowsOf } from './columns.js';
import type { Computed } from './computed.js';
import { exactSobolIndices } from './exactSobolIndices.js';

export const sensitivity: Record<string, Computed> = {
  'sobol-analytic': ({ reference }) => exactSobolIndices(reference.options),
  'sobol-estimate': estimates,
};

interface Options {
  columns: { yA: string; yB: string; yAB: string[] };
}

function estimates(loaded: LoadedCase): unknown {
  const { columns } = loaded.reference.options as unknown as Options;
  const rows = rowsOf(loaded);
  const runs: SobolRuns = {
    a: numbersOf(rows, columns.yA),
    b: numbersOf(rows, columns.yB),
    mixed: columns.yAB.map((name) => numbersOf(rows, name)),
  };
  return { saltelli2010Centred: sobolIndices(runs, 'centred'), saltelli2010Uncentred: sobolIndices(runs, 'uncentred') };
}
