import { cronbachAlpha, type AlphaOfItems } from '../../../scoring/reliability/cronbachAlpha.js';
import type { MissingAnswers } from '../../../scoring/reliability/itemCovariance.js';
import { mcdonaldOmega, type FactorFit } from '../../../scoring/reliability/mcdonaldOmega.js';
import type { LoadedCase } from '../referenceCase.js';
import { numbersOf, rowsOf } from './columns.js';
import type { Computed } from './computed.js';

interface Options {
  items: string[];
  reversed?: string[];
  scaleMin: number;
  scaleMax: number;
  missing?: 'none' | 'pairwise' | 'complete' | 'listwise';
  factors?: number;
}

export const reliability: Record<string, Computed> = { 'cronbach-alpha': alpha, 'mcdonald-omega': omega };

function alpha(loaded: LoadedCase) {
  const { names, items, missing } = scaleOf(loaded);
  const figures = cronbachAlpha(items, { missing });
  return {
    items: figures.nItems,
    n: figures.n,
    nComplete: figures.nComplete,
    ...alphasOf(figures),
    medianInterItemR: figures.medianCorrelation,
    guttmanLambda6: figures.lambda6,
    feldtCI95: figures.interval,
    itemDropped: figures.withoutItem.map((alphas, item) => ({ item: names[item], ...alphasOf(alphas) })),
    itemStats: figures.items.map(({ n, mean, standardDeviation, restCorrelation, totalCorrelation }, item) => ({
      item: names[item],
      n,
      mean,
      sd: standardDeviation,
      rDrop: restCorrelation,
      rTotal: totalCorrelation,
    })),
  };
}

function omega(loaded: LoadedCase) {
  const { names, items, missing, factors } = scaleOf(loaded);
  if (factors !== 1) throw new Error('omega is of one-factor models');
  const byName = (values: readonly number[]) => Object.fromEntries(names.map((name, item) => [name, values[item]]));
  const fitted = (fit: FactorFit) => {
    const { loadings, uniquenesses, omega: total, omegaOfObserved } = mcdonaldOmega(items, { fit, missing });
    const residuals = byName(uniquenesses);
    return { omega: total, omegaOfObserved, loadings: byName(loadings), uniquenesses: residuals, residualVariances: residuals };
  };
  const minres = fitted('minimum-residuals');
  return {
    psychOmegaTotal: minres.omegaOfObserved,
    minres,
    mlCorrelation: fitted('likelihood-of-correlations'),
    cfaCovariance: fitted('likelihood-of-covariances'),
  };
}

function scaleOf(loaded: LoadedCase) {
  const options = loaded.reference.options as unknown as Options;
  const { items: names, reversed = [], scaleMin, scaleMax, factors = 1 } = options;
  const items = names.map((name) => {
    const answers = numbersOf(rowsOf(loaded), name);
    return reversed.includes(name) ? answers.map((answer) => scaleMin + scaleMax - answer) : answers;
  });
  const missing: MissingAnswers = options.missing === 'pairwise' ? 'pairwise' : 'complete';
  return { names, items, missing, factors };
}

function alphasOf({ alpha: raw, standardisedAlpha, averageCorrelation }: AlphaOfItems) {
  return { alphaRaw: raw, alphaStandardized: standardisedAlpha, averageInterItemR: averageCorrelation };
}
