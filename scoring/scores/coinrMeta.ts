import type { Aggregation, Method, MethodIndicator } from '../../survey-definitions/contract/index.js';
import { blockOfIndicator } from './blockOfIndicator.js';
import { goalpostsOf } from './normalisation.js';
import { weightOf } from './treeStep.js';

/** A row of `iMeta`, its columns named as COINr 1 names them. Null is an empty cell. */
export interface CoinrMetaRow {
  readonly iCode: string;
  readonly iName: string;
  /** 1 indicator, 2 block, 3 sub-index, 4 index. */
  readonly Level: 1 | 2 | 3 | 4;
  readonly Parent: string | null;
  readonly Direction: 1 | -1;
  readonly Weight: number;
  readonly Type: 'Indicator' | 'Aggregate';
  readonly Unit: string | null;
  readonly goalpost_lower: number | null;
  readonly goalpost_upper: number | null;
  readonly goalpost_scale: number | null;
  readonly goalpost_trunc2posts: boolean | null;
}

/** Names in the language of the file: of an indicator, block or sub-index by its id, and of the `integral` score. */
export interface CoinrLabels {
  readonly name: (id: string) => string;
  /** Of an indicator. */
  readonly unit: (code: string) => string | null;
}

/** COINr's functions for the means from level 1 to 2, from 2 to 3 and from 3 to 4. */
export type CoinrMean = 'a_amean' | 'a_gmean' | 'a_hmean';

const MEANS: Readonly<Record<Exclude<Aggregation, object>, CoinrMean>> = {
  arithmetic: 'a_amean',
  geometric: 'a_gmean',
  harmonic: 'a_hmean',
};

/**
 * The rows of COINr's `iMeta` for a method. Every normalisation that is a straight line is handed over as goalposts, from
 * 0 to 100 and cut there (`n_goalposts` with `f_n_para = "use_iMeta"`); a survey indicator has the goalposts 0 and 100.
 * A rank among kept towns is no straight line: its column holds scores already, with the goalposts 0 and 100.
 *
 * @param method of the scores
 * @param codes indicators that the data have
 * @param labels names and units
 * @returns indicators, blocks, sub-indices, index
 * @throws ScoringError `bad-normalisation`
 * @source W. Becker, COINr 1.1, `check_iMeta` and `n_goalposts`
 * @example coinrMetaFrom(method, ['C1'], labels)[0] // { iCode: 'C1', Level: 1, Parent: 'C', Direction: 1, Weight: 1, … }
 */
export function coinrMetaFrom(method: Method, codes: readonly string[], labels: CoinrLabels): CoinrMetaRow[] {
  const aggregate = (iCode: string, Level: 2 | 3 | 4, Parent: string | null, Weight: number): CoinrMetaRow => ({
    ...{ iCode, iName: labels.name(iCode), Level, Parent, Direction: 1, Weight, Type: 'Aggregate', Unit: null },
    ...{ goalpost_lower: null, goalpost_upper: null, goalpost_scale: null, goalpost_trunc2posts: null },
  });
  const rulesOf = new Map<string, Method['blocks'][number]>(method.blocks.map((block) => [block.id, block]));
  const indicators = method.indicators.filter(({ code }) => codes.includes(code));
  return [
    ...indicators.map((indicator): CoinrMetaRow => {
      const { code } = indicator;
      const block = blockOfIndicator(indicator);
      const { lower, upper, direction } = goalpostsForCoinr(indicator);
      return {
        ...{ iCode: code, iName: labels.name(code), Level: 1, Parent: block, Direction: direction },
        ...{ Weight: weightOf(rulesOf.get(block)?.weights, code), Type: 'Indicator', Unit: labels.unit(code) },
        ...{ goalpost_lower: lower, goalpost_upper: upper, goalpost_scale: 100, goalpost_trunc2posts: true },
      };
    }),
    ...method.subIndices.flatMap(({ id, blocks, weights }) =>
      blocks.map((block) => aggregate(block, 2, id, weightOf(weights, block))),
    ),
    ...method.subIndices.map(({ id }) => aggregate(id, 3, 'integral', weightOf(method.integral.weights, id))),
    aggregate('integral', 4, null, 1),
  ];
}

/**
 * COINr's mean of every level (`f_ag` of `Aggregate`).
 *
 * @param method of the scores
 * @returns null where COINr has none: an ordered average, or different means in blocks of the same level
 * @source W. Becker, COINr 1.1, `Aggregate.coin`
 * @example coinrMeansOf(zhezkazgan2020) // ['a_amean', 'a_gmean', 'a_gmean']
 */
export function coinrMeansOf({ blocks, subIndices, integral }: Method): readonly CoinrMean[] | null {
  const levels = [blocks, subIndices, [integral]].map((steps) => {
    const [first, ...others] = steps.map(({ aggregation }) => aggregation);
    const isOne = typeof first === 'string' && others.every((other) => other === first);
    return isOne ? [MEANS[first]] : [];
  });
  return levels.every((level) => level.length === 1) ? levels.flat() : null;
}

/**
 * Whether COINr cannot normalise an indicator, so that its column holds scores.
 *
 * @param indicator of the method
 * @example isScoredForCoinr(a1) // false: its goalposts are handed over
 */
export function isScoredForCoinr({ normalisation }: MethodIndicator): boolean {
  return normalisation?.type === 'rank';
}

function goalpostsForCoinr(indicator: MethodIndicator): { lower: number; upper: number; direction: 1 | -1 } {
  const { normalisation } = indicator;
  if (normalisation === undefined || normalisation.type === 'rank' || normalisation.type === 'awaitingReference') {
    const isCost = normalisation === undefined && indicator.source === 'survey' && indicator.direction === 'cost';
    return { lower: 0, upper: 100, direction: isCost ? -1 : 1 };
  }
  const { from, to } = goalpostsOf(normalisation);
  return { lower: Math.min(from, to), upper: Math.max(from, to), direction: from < to ? 1 : -1 };
}
