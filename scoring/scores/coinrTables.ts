import type { Method } from '../../survey-definitions/contract/index.js';
import {
  coinrMeansOf,
  coinrMetaFrom,
  isScoredForCoinr,
  type CoinrLabels,
  type CoinrMean,
  type CoinrMetaRow,
} from './coinrMeta.js';
import { scoreNodeOf } from './scoreNode.js';
import { townScoreFrom, type ScoreInputs, type TownScore } from './townScore.js';

/** A row of `iData`: a town with its indicators by code; null is an empty cell. */
export interface CoinrDataRow {
  readonly uName: string;
  readonly uCode: string;
  readonly values: Readonly<Record<string, number | null>>;
}

/** A town to hand over. */
export interface CoinrTown {
  /** Latin letters, digits and hyphens, beginning with a letter. */
  readonly code: string;
  readonly name: string;
  readonly inputs: ScoreInputs;
}

/** Everything that COINr needs to compute the integral scores again. */
export interface CoinrTables {
  readonly iMeta: readonly CoinrMetaRow[];
  readonly iData: readonly CoinrDataRow[];
  /** Null where COINr has no such means. */
  readonly means: readonly CoinrMean[] | null;
  /** Towns that are not in the data, and why. */
  readonly leftOut: readonly { readonly code: string; readonly reason: 'partial' | 'floor' }[];
}

/**
 * `iData` and `iMeta` of a set of scores. Values are handed over in their own units, with goalposts in `iMeta`; missing
 * cells are empty, and COINr leaves their weight to the others as our blocks do. COINr knows neither minimum rules nor a
 * floor: towns without an integral score, or with a part below the floor, are left out and named.
 *
 * @param method of the scores
 * @param towns in the order of the rows
 * @param labels names and units in the language of the file
 * @returns columns of `iData` are those of the indicators in `iMeta`: all that at least one town has
 * @throws what `townScoreFrom` throws
 * @source W. Becker, COINr 1.1, `check_iData`; methodology §4
 * @example coinrTablesFrom(method, towns, labels).iData[0] // { uName: 'Жезказган', uCode: 'zhezkazgan', values: { A1: 2.99, … } }
 */
export function coinrTablesFrom(method: Method, towns: readonly CoinrTown[], labels: CoinrLabels): CoinrTables {
  const scored = towns.map(({ code, name, inputs }) => ({ code, name, score: townScoreFrom(method, inputs) }));
  const leftOut = scored.flatMap(({ code, score }): CoinrTables['leftOut'] => {
    if (score.isPartial) return [{ code, reason: 'partial' }];
    return hasFloored(score) ? [{ code, reason: 'floor' }] : [];
  });
  const rows = scored
    .filter(({ code }) => leftOut.every((town) => town.code !== code))
    .map(({ code, name, score }) => ({ uName: name, uCode: code, values: valuesOf(method, score) }));
  const codes = method.indicators.map(({ code }) => code).filter((code) => rows.some(({ values }) => code in values));
  const iData = rows.map((row) => ({
    ...row,
    values: Object.fromEntries(codes.map((code) => [code, row.values[code] ?? null])),
  }));
  return { iMeta: coinrMetaFrom(method, codes, labels), iData, means: coinrMeansOf(method), leftOut };
}

function hasFloored(score: TownScore): boolean {
  const ids = [...[...score.blocks, ...score.subIndices].map(({ id }) => id), 'integral'];
  return ids.some((id) => (scoreNodeOf(score, id)?.floored.length ?? 0) > 0);
}

function valuesOf(method: Method, score: TownScore): Record<string, number> {
  const asScores = new Set(method.indicators.filter(isScoredForCoinr).map(({ code }) => code));
  return Object.fromEntries(
    score.indicators.flatMap((indicator) => {
      if (indicator.state === 'missing') return [];
      return [[indicator.code, asScores.has(indicator.code) ? indicator.score : indicator.value] as const];
    }),
  );
}
