import { ScoringError } from '../scoringError.js';
import type { Interval } from '../statistics/interval.js';
import { sampleMomentsOf } from '../statistics/sampleMoments.js';
import { canVary, modelDraw, type DrawGroup, type ModelDraw } from './modelDraw.js';
import { modelScoresOf } from './modelScores.js';
import { randomVariatesFrom } from './randomVariates.js';
import type { ScoreModel } from './scoreModel.js';
import { sobolIndices, type SobolRuns } from './sobolIndices.js';
import { sobolIntervals, type BootstrapOptions, type SobolIntervals } from './sobolIntervals.js';

/** The size of an analysis. The same seed gives the same result. */
export interface SensitivityOptions {
  /** Rows of each of the two base samples; 1,024 are usual. */
  readonly base: number;
  readonly seed: number;
  /** Draws of the bootstrap; 500 are usual. */
  readonly bootstrap: number;
}

/** An estimated share of the variance with its 95 % bootstrap interval; either may lie a little outside 0–1. */
export interface VarianceShare {
  readonly share: number;
  readonly interval: Interval;
}

/** How far a group of choices or errors moves the result. */
export interface GroupSensitivity {
  readonly group: DrawGroup;
  /** What it explains alone. */
  readonly first: VarianceShare;
  /** What it explains together with all others. */
  readonly total: VarianceShare;
}

export interface AnalysedSensitivity extends SensitivityOptions {
  readonly state: 'analysed';
  /** Of the result over the draws, in its unit and its square. */
  readonly mean: number;
  readonly variance: number;
  readonly groups: readonly GroupSensitivity[];
  /** Groups that have no choice here, for example normalisation over fewer than ten towns. */
  readonly notVaried: readonly DrawGroup[];
}

/** Nothing that varies moves the result, or so seldom that draws of the bootstrap see nothing move. */
export interface NoVariance {
  readonly state: 'missing';
  readonly reason: 'no-variance';
}

/** A figure that is computed from the scores of all towns. */
export type SensitivityTarget = (rows: readonly Float64Array[]) => number;

/**
 * Sobol indices of a figure by groups of inputs: two independent base samples of draws A and B, and for each group the
 * draws of A with this group taken from B as a whole.
 *
 * @param model of the scores
 * @param groups to vary; those without a choice are reported as not varied
 * @param target the figure
 * @param options base ≥ 2, bootstrap ≥ 2
 * @returns shares without unit, in the order of the groups
 * @throws ScoringError `out-of-range` for base, seed or bootstrap
 * @source methodology §5.21
 * @example sensitivityOf(model, SCORE_GROUPS, ([row]) => row.at(-1), { base: 1024, seed: 1, bootstrap: 500 }).groups[0].total.share // 0.31…
 */
export function sensitivityOf(
  model: ScoreModel,
  groups: readonly DrawGroup[],
  target: SensitivityTarget,
  options: SensitivityOptions,
): AnalysedSensitivity | NoVariance {
  const { base, seed, bootstrap } = options;
  if (!(Number.isSafeInteger(base) && base >= 2)) throw new ScoringError('out-of-range', { base });
  const varied = groups.filter((group) => canVary(model, group));
  const runs = runsOf(model, varied, target, options);
  const intervals = isConstant(runs) ? null : intervalsOf(runs, { draws: bootstrap, seed });
  if (intervals === null) return { state: 'missing', reason: 'no-variance' };
  const indices = sobolIndices(runs, 'centred');
  const shareOf = (order: 'first' | 'total', at: number): VarianceShare => ({
    share: indices[order][at] ?? 0,
    interval: intervals[order][at] ?? { lower: 0, upper: 0 },
  });
  return {
    state: 'analysed',
    ...options,
    mean: (sampleMomentsOf(runs.a).mean + sampleMomentsOf(runs.b).mean) / 2,
    variance: indices.variance,
    groups: varied.map((group, at) => ({ group, first: shareOf('first', at), total: shareOf('total', at) })),
    notVaried: groups.filter((group) => !varied.includes(group)),
  };
}

function runsOf(
  model: ScoreModel,
  groups: readonly DrawGroup[],
  target: SensitivityTarget,
  { base, seed }: SensitivityOptions,
): SobolRuns {
  const variates = randomVariatesFrom(seed);
  const scoresUnder = modelScoresOf(model);
  const resultOf = (draw: ModelDraw) => target(scoresUnder(draw));
  const [a, b] = [new Float64Array(base), new Float64Array(base)];
  const mixed = groups.map(() => new Float64Array(base));
  for (let row = 0; row < base; row += 1) {
    const first = modelDraw(model, variates, groups);
    const second = modelDraw(model, variates, groups);
    a[row] = resultOf(first);
    b[row] = resultOf(second);
    for (const [at, results] of mixed.entries()) {
      const group = groups[at];
      if (group !== undefined) results[row] = resultOf({ ...first, [group]: second[group] });
    }
  }
  return { a, b, mixed };
}

/** Differences smaller than rounding do not count. */
function isConstant({ a, b }: SobolRuns): boolean {
  const [lowest, highest] = [Math.min(...a, ...b), Math.max(...a, ...b)];
  return highest - lowest <= 1e-9 * Math.max(1, Math.abs(highest));
}

function intervalsOf(runs: SobolRuns, options: BootstrapOptions): SobolIntervals | null {
  try {
    return sobolIntervals(runs, 'centred', options);
  } catch (error) {
    if (error instanceof ScoringError && error.code === 'no-variance') return null;
    throw error;
  }
}
