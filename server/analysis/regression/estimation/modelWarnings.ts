import type { Estimates, Heteroskedasticity, ModelWarning } from './estimatedModel.js';

/** t by clusters is too bold below. */
const ENOUGH_CLUSTERS = 30;
const ENOUGH_ROWS_PER_COEFFICIENT = 10;
/** A variance inflation factor from here on is usually called strong collinearity. */
const STRONG_INFLATION = 10;
const LEVEL = 0.05;
/** Rows that an M-estimator gives less than half of their weight. */
const LOW_WEIGHT = 0.5;

/** What is doubtful about estimates, as data. */
export function modelWarnings(estimates: Estimates): ModelWarning[] {
  const { n, coefficients, errors, exact, converged, iterations, inflation, heteroskedasticity } = estimates;
  const warnings: ModelWarning[] = [];
  if (exact) warnings.push({ kind: 'exact-fit' });
  if (n < ENOUGH_ROWS_PER_COEFFICIENT * coefficients.length)
    warnings.push({ kind: 'few-rows', rows: n, coefficients: coefficients.length });
  if (errors.clusters !== null && errors.clusters < ENOUGH_CLUSTERS)
    warnings.push({ kind: 'few-clusters', clusters: errors.clusters });
  if (!converged) warnings.push({ kind: 'not-converged', iterations: iterations ?? 0 });
  if (heteroskedasticity && errors.kind === 'classical') warnings.push(...unequalVariances(heteroskedasticity));
  for (const [term, factor] of Object.entries(inflation ?? {}))
    if (factor > STRONG_INFLATION) warnings.push({ kind: 'collinear', term, factor });
  return [...warnings, ...lowWeights(estimates)];
}

function unequalVariances({ test, drivers }: Heteroskedasticity): ModelWarning[] {
  const { p } = test.studentized;
  if (p >= LEVEL) return [];
  const guilty = drivers.filter((driver) => driver.test.studentized.p < LEVEL).map(({ term }) => term);
  return [{ kind: 'heteroskedastic', p, drivers: guilty }];
}

/** Weights of weighted least squares are given and no news; those of M-estimators come from the residuals. */
function lowWeights({ iterations, rows }: Estimates): ModelWarning[] {
  if (iterations === null) return [];
  const low = rows.flatMap(({ unit, year, weight }) => (weight !== null && weight < LOW_WEIGHT ? [{ unit, year, weight }] : []));
  return low.length === 0 ? [] : [{ kind: 'downweighted', rows: low }];
}
