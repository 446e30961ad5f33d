import { roundTo, townScoreFrom, type ScoreInputs, type TownScore } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import { roundedForPublic } from '../publicRounding.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { inputsFrom } from '../scores/scoreFrom.js';

/** Where thoughts about a score begin. */
export interface StartingPoint {
  inputs: ScoreInputs;
  score: TownScore;
}

/**
 * The score computed again from its indicators as they are printed. Whoever may set all other indicators at will would
 * find the last digits of an unrounded one by trying, and with them the number of answers where only "n ≥ …" may be
 * printed. Official figures are public as they are.
 */
export function startingPointOf(method: Method, content: Pick<ScoreContent, 'surveys' | 'statistics'>): StartingPoint {
  const { indicators } = inputsFrom(method, content);
  const asked = new Set(method.indicators.filter(({ source }) => source === 'survey').map(({ code }) => code));
  const fromSurvey = new Set(content.statistics.filter(({ origin }) => origin === 'survey').map(({ code }) => code));
  const printed = Object.fromEntries(
    Object.entries(indicators).map(([code, input]) => {
      if (input.state === 'missing') return [code, input];
      if (asked.has(code)) return [code, { ...input, value: roundTo(input.value, 1) }];
      return [code, fromSurvey.has(code) ? { ...input, value: roundedForPublic(input.value) } : input];
    }),
  );
  const inputs: ScoreInputs = { indicators: printed };
  return { inputs, score: townScoreFrom(method, inputs) };
}
