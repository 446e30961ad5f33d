import { pcaWeights } from '../../../scoring/index.js';
import type { LoadedCase } from '../referenceCase.js';
import { columnsOf } from './column.js';
import { rowsOf } from './columns.js';

interface Options {
  groups: Record<string, string[]>;
  scaled?: boolean;
}

export function principalComponents(loaded: LoadedCase): unknown {
  const { groups, scaled } = loaded.reference.options as unknown as Options;
  return {
    groups: Object.entries(groups).map(([group, names]) => {
      const found = pcaWeights(columnsOf(rowsOf(loaded), names), scaled ?? true);
      return {
        group,
        n: found.n,
        eigenvalues: found.eigenvalues,
        varianceShare: found.varianceShares,
        cumulativeShare: found.cumulativeShares,
        firstComponent: found.firstComponent,
        weightsSquared: found.weights,
      };
    }),
  };
}
