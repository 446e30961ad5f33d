import { roundTo, whatIfFrom, type Change, type TownScore } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { inputsFrom } from '../scores/scoreFrom.js';

/** Where thoughts about a score begin: the score now, and what it would be with some indicators set otherwise. */
export interface StartingPoint {
  score: TownScore;
  with: (changes: Readonly<Record<string, Change>>) => TownScore;
}

/**
 * The score computed again with the survey figures as they are printed, to one decimal. Whoever may set all other
 * indicators at will would find the last digits of an unrounded one by trying, and with them the number of answers where
 * only "n ≥ …" may be printed. Official figures are public as they are.
 */
export function startingPointOf(method: Method, content: Pick<ScoreContent, 'surveys' | 'statistics' | 'result'>): StartingPoint {
  const { indicators } = inputsFrom(method, content);
  const asked = new Set([
    ...method.indicators.filter(({ source }) => source === 'survey').map(({ code }) => code),
    ...content.statistics.filter(({ origin }) => origin === 'survey').map(({ code }) => code),
  ]);
  const printed = Object.fromEntries(
    content.result.indicators.flatMap((indicator): [string, Change][] =>
      indicator.state === 'scored' && asked.has(indicator.code) ? [[indicator.code, { score: roundTo(indicator.score, 1) }]] : [],
    ),
  );
  const changed = (changes: Readonly<Record<string, Change>>): TownScore =>
    whatIfFrom(method, { indicators }, { ...printed, ...changes });
  return { score: changed({}), with: changed };
}
