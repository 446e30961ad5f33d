import type { Method } from '../../survey-definitions/contract/index.js';
import type { Covariance } from '../estimates/covariance.js';
import { indicatorScoreFrom, type IndicatorScore, type ScoreInput } from './indicatorScore.js';
import { scoreTreeFrom, type ScoreTree, type TreeShape } from './scoreTree.js';

/** Everything that the score of a town and year is computed from. */
export interface ScoreInputs {
  /** By indicator code, in the form that the method scores; a code that is not there counts as missing (`no-data`). */
  readonly indicators: Readonly<Record<string, ScoreInput>>;
  /** Of the survey figures among them (f = 0), in their own units. */
  readonly covariance?: Covariance;
}

/** The score of a town and year under one method. Without an integral score it is partial. */
export interface TownScore extends ScoreTree {
  readonly method: { readonly id: string; readonly version: number };
  readonly indicators: readonly IndicatorScore[];
  readonly isPartial: boolean;
  /** The same indicators with every aggregation arithmetic, shown beside. */
  readonly arithmetic: ScoreTree;
}

/**
 * The score of a town and year: indicator scores, blocks, objective and subjective sub-index, integral score, and the
 * all-arithmetic variant beside it.
 *
 * @param method which indicators, goalposts, minimum rules and aggregations
 * @param inputs values or reasons by indicator, and the covariance of the survey figures
 * @returns scores of 0–100; what cannot be scored says why
 * @throws ScoringError `not-finite`, `out-of-range`, `bad-normalisation`
 * @source methodology §§4.13–4.19
 * @example townScoreFrom(zhezkazgan2020, { indicators: { A1: { state: 'present', value: 2.99 } } }).isPartial // true
 */
export function townScoreFrom(method: Method, inputs: ScoreInputs): TownScore {
  const indicators = method.indicators.map((indicator) =>
    indicatorScoreFrom(indicator, inputs.indicators[indicator.code] ?? { state: 'missing', reason: 'no-data' }),
  );
  const tree = scoreTreeFrom(method, indicators, inputs.covariance);
  return {
    method: { id: method.id, version: method.version },
    indicators,
    ...tree,
    isPartial: tree.integral.state === 'missing',
    arithmetic: scoreTreeFrom(arithmeticShapeOf(method), indicators, inputs.covariance),
  };
}

function arithmeticShapeOf(method: Method): TreeShape {
  return {
    ...method,
    blocks: method.blocks.map((block) => ({ ...block, aggregation: 'arithmetic' })),
    subIndices: method.subIndices.map((subIndex) => ({ ...subIndex, aggregation: 'arithmetic' })),
    integral: { ...method.integral, aggregation: 'arithmetic' },
  };
}
