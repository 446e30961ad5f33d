import type { Aggregation, LocalizedText, Method } from '../../../survey-definitions/contract/index.js';
import type { ScoreContent, TownPicture } from '../../results/index.js';
import { localized } from '../files/localized.js';
import type { FileFormat } from '../files/profile.js';
import { roundedEstimate, roundedFigure, roundedInterval, roundedPoints } from '../files/rounding.js';
import type { Cell, Row, Table } from '../../csv/index.js';
import { shown } from './responsesTable.js';

export const SCORE_COLUMNS = [
  'town',
  'year',
  'method',
  'method_version',
  'level',
  'id',
  'variant',
  'aggregation',
  'value',
  'score',
  'lower',
  'upper',
  'contribution',
  'flag',
  'reason',
  'released',
  'synthetic',
  'score_id',
] as const;

export interface ScoreWords {
  method: Method;
  townNames: ReadonlyMap<string, LocalizedText>;
  indicatorNames: ReadonlyMap<string, LocalizedText>;
}

type Tree = Pick<ScoreContent['result'], 'blocks' | 'subIndices' | 'integral'>;
type Aggregate = Tree['integral'] | Tree['blocks'][number] | Tree['subIndices'][number];
type IndicatorScore = ScoreContent['result']['indicators'][number];

/** What of a row differs from part to part of a score. */
interface Part {
  level: 'integral' | 'sub-index' | 'block' | 'indicator';
  id: string;
  /** As the method says, or everything arithmetic, shown beside. */
  variant: 'method' | 'arithmetic';
  aggregation: string | null;
  numbers: { value: Cell; score: Cell; lower: Cell; upper: Cell; contribution: Cell };
  flag: string | null;
  reason: string | null;
  synthetic: boolean;
}

const NO_NUMBERS: Part['numbers'] = { value: null, score: null, lower: null, upper: null, contribution: null };

/**
 * Scores as the public sees them, a row for the whole and for every part of it; the all-arithmetic variant stands beside
 * each aggregate of another kind. A suppressed input is missing in every row, so that it cannot be computed back.
 */
export function scoresTableFrom(pictures: readonly TownPicture[], words: ScoreWords, format: FileFormat): Table {
  const names = partNamesOf(words);
  const synthetic = new Map([['synthetic', localized('export.value_synthetic')]]);
  const rowOf = (picture: TownPicture, part: Part): Row => [
    shown(picture.townId, words.townNames, format),
    picture.year,
    picture.score.method.id,
    picture.score.method.version,
    part.level,
    shown(part.id, names, format),
    part.variant,
    part.aggregation,
    part.numbers.value,
    part.numbers.score,
    part.numbers.lower,
    part.numbers.upper,
    part.numbers.contribution,
    part.flag,
    part.reason,
    picture.kind === 'released' ? (picture.release?.date ?? null) : null,
    part.synthetic ? shown('synthetic', synthetic, format) : null,
    picture.scoreId,
  ];
  return {
    columns: SCORE_COLUMNS,
    rows: pictures.flatMap((picture) => partsOf(picture.score, words.method).map((part) => rowOf(picture, part))),
  };
}

function partsOf(content: ScoreContent, method: Method): Part[] {
  const { result, inputs, contributions } = content;
  const isSynthetic = (blocks: readonly string[]): boolean =>
    result.blocks.some(({ id, present }) => blocks.includes(id) && present.some((code) => inputs.synthetic.includes(code)));
  const blocksOf = (subIndex: string): readonly string[] => method.subIndices.find(({ id }) => id === subIndex)?.blocks ?? [];
  const trees = [result, result.arithmetic];
  const bothWays = (
    level: Part['level'],
    id: string,
    pick: (tree: Tree) => Aggregate | undefined,
    synthetic: boolean,
  ): Part[] => {
    const [published, arithmetic] = trees.map(pick);
    if (!published) return [];
    const part = aggregatePart(level, id, published, synthetic);
    if (arithmetic?.state !== 'scored' || published.state !== 'scored' || published.aggregation === arithmetic.aggregation)
      return [part];
    return [part, { ...aggregatePart(level, id, arithmetic, synthetic), variant: 'arithmetic' }];
  };
  return [
    ...bothWays('integral', 'integral', (tree) => tree.integral, inputs.synthetic.length > 0),
    ...result.subIndices.flatMap(({ id }) =>
      bothWays('sub-index', id, (tree) => tree.subIndices.find((part) => part.id === id), isSynthetic(blocksOf(id))),
    ),
    ...result.blocks.flatMap(({ id }) =>
      bothWays('block', id, (tree) => tree.blocks.find((part) => part.id === id), isSynthetic([id])),
    ),
    ...result.indicators.map((indicator) =>
      indicatorPart(indicator, {
        roundedValue: valueRoundingOf(content, method, indicator.code),
        contribution: contributions?.indicators[indicator.code],
        synthetic: inputs.synthetic.includes(indicator.code),
      }),
    ),
  ];
}

function aggregatePart(level: Part['level'], id: string, aggregate: Aggregate, synthetic: boolean): Part {
  if (aggregate.state === 'missing')
    return {
      level,
      id,
      variant: 'method',
      aggregation: null,
      numbers: NO_NUMBERS,
      flag: 'm',
      reason: aggregate.reason,
      synthetic,
    };
  const { samplingError } = aggregate;
  const interval = samplingError.state === 'estimated' ? samplingError.interval : null;
  return {
    level,
    id,
    variant: 'method',
    aggregation: aggregationWord(aggregate.aggregation),
    numbers: {
      ...NO_NUMBERS,
      score: roundedPoints(aggregate.score),
      ...(interval ? roundedInterval(interval, 'enclosing') : { lower: null, upper: null }),
    },
    flag: null,
    reason: null,
    synthetic,
  };
}

interface IndicatorFacts {
  roundedValue: (value: number) => number;
  contribution: number | undefined;
  synthetic: boolean;
}

function indicatorPart(indicator: IndicatorScore, { roundedValue, contribution, synthetic }: IndicatorFacts): Part {
  const frame = { level: 'indicator', id: indicator.code, variant: 'method', aggregation: null, synthetic } as const;
  if (indicator.state === 'missing') {
    const suppressed = indicator.reason === 'suppressed';
    return { ...frame, numbers: NO_NUMBERS, flag: suppressed ? 'c' : 'm', reason: suppressed ? null : indicator.reason };
  }
  return {
    ...frame,
    numbers: {
      ...NO_NUMBERS,
      value: roundedValue(indicator.value),
      score: roundedPoints(indicator.score),
      contribution: contribution === undefined ? null : roundedPoints(contribution),
    },
    flag: null,
    reason: null,
  };
}

/** Survey indicators are points; a statistic may itself be an estimate from answers. */
function valueRoundingOf({ statistics }: ScoreContent, method: Method, code: string): IndicatorFacts['roundedValue'] {
  if (method.indicators.find((indicator) => indicator.code === code)?.source === 'survey') return roundedPoints;
  return statistics.find((statistic) => statistic.code === code)?.origin === 'survey' ? roundedEstimate : roundedFigure;
}

function partNamesOf({ method, indicatorNames }: ScoreWords): Map<string, LocalizedText> {
  const withId = (id: string, { kk, ru, en }: LocalizedText): LocalizedText => ({
    kk: `${id} ${kk}`,
    ru: `${id} ${ru}`,
    en: `${id} ${en}`,
  });
  return new Map([
    ['integral', method.integral.name],
    ...method.subIndices.map(({ id, name }): [string, LocalizedText] => [id, name]),
    ...method.blocks.map(({ id, name }): [string, LocalizedText] => [id, name]),
    ...[...indicatorNames].map(([code, name]): [string, LocalizedText] => [code, withId(code, name)]),
  ]);
}

/** An ordered weighted average is named by its usual short form. */
function aggregationWord(aggregation: Aggregation): string {
  return typeof aggregation === 'object' ? 'owa' : aggregation;
}
