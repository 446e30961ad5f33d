import type { Method } from '../../survey-definitions/contract/index.js';
import { townScoreFrom, type ScoreInputs, type TownScore } from './townScore.js';

/** A town to compare, with its inputs under the common method. */
export interface ComparedTown {
  readonly town: string;
  readonly inputs: ScoreInputs;
}

/** Scores of several towns that rest on the same indicators. */
export interface TownComparison {
  /** Indicators scored in all compared towns. */
  readonly common: readonly string[];
  readonly towns: readonly {
    readonly town: string;
    /** The common indicators alone. */
    readonly inputs: ScoreInputs;
    /** From the common indicators: the score to compare and rank. */
    readonly comparable: TownScore;
    /** From all indicators of the town: shown beside. */
    readonly own: TownScore;
  }[];
}

/**
 * Makes towns comparable: each is scored on the indicators that are scored in all of them, and its own score is kept
 * beside. An indicator left out for this reason is missing as `not-common`.
 *
 * @param method the one method of the comparison
 * @param towns in the order of the result
 * @throws what `townScoreFrom` throws
 * @source methodology §4.17
 * @example comparableTownsFrom(method, [zhezkazgan, satpayev]).common // ['A1', 'A2', …]
 */
export function comparableTownsFrom(method: Method, towns: readonly ComparedTown[]): TownComparison {
  const own = towns.map(({ inputs }) => townScoreFrom(method, inputs));
  const common = method.indicators
    .map(({ code }) => code)
    .filter((code) => own.every((score) => score.indicators.some((i) => i.code === code && i.state === 'scored')));
  const restricted = ({ indicators, ...rest }: ScoreInputs): ScoreInputs => ({
    ...rest,
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([code, input]) => [
        code,
        input.state === 'missing' || common.includes(code) ? input : { state: 'missing', reason: 'not-common' },
      ]),
    ),
  });
  return {
    common,
    towns: towns.map(({ town, ...given }, at) => {
      const inputs = restricted(given.inputs);
      const comparable = townScoreFrom(method, inputs);
      return { town, inputs, comparable, own: own[at] ?? comparable };
    }),
  };
}
