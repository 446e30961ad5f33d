import type { Method } from '../../survey-definitions/contract/index.js';
import type { ComparedTown } from '../scores/comparableTowns.js';
import { comparedModelFrom, type NoComparison } from './comparedModel.js';
import { descendingRanks } from './descendingRanks.js';
import { nominalDraw, RANK_GROUPS } from './modelDraw.js';
import { modelScoresOf } from './modelScores.js';
import { sensitivityOf, type AnalysedSensitivity, type NoVariance, type SensitivityOptions } from './sensitivity.js';

/** What drives the uncertainty of an order of towns, or why that cannot be said. */
export type RankSensitivity = AnalysedSensitivity | NoVariance | NoComparison;

/**
 * Sobol indices of the mean absolute shift of the ranks of towns from their ranks by the method, over all eight groups:
 * normalisation, goalposts, weights and means in blocks and between them, the indicator left out, sampling.
 *
 * @param method of the comparison
 * @param towns at least two, each with the covariance of its survey figures
 * @param options base 1,024 and bootstrap 500 are usual
 * @returns shares of the variance in squared places; `mean` is the mean shift in places
 * @throws ScoringError `too-few-rows` for fewer than two towns, `out-of-range` for base, seed or bootstrap,
 * `bad-covariance`, and what `townScoreFrom` throws
 * @source methodology §5.21; M. Saisana, A. Saltelli, S. Tarantola, J. Royal Statistical Society A 168 (2005), 307–323
 * @example rankSensitivityFrom(method, towns, { base: 1024, seed: 1, bootstrap: 500 }).mean // 1.9: places per town
 */
export function rankSensitivityFrom(
  method: Method,
  towns: readonly ComparedTown[],
  options: SensitivityOptions,
): RankSensitivity {
  const compared = comparedModelFrom(method, towns);
  if (compared.state === 'missing') return compared;
  const { model } = compared;
  const ranksOf = (rows: readonly Float64Array[]) => descendingRanks(rows.map((row) => row.at(-1) ?? 0));
  const nominal = ranksOf(modelScoresOf(model)(nominalDraw(model)));
  const shiftOf = (rows: readonly Float64Array[]) =>
    ranksOf(rows).reduce((sum, rank, at) => sum + Math.abs(rank - (nominal[at] ?? 0)), 0) / towns.length;
  return sensitivityOf(model, RANK_GROUPS, shiftOf, options);
}
