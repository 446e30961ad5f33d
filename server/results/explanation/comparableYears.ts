import type { ScoreInputs } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { inputsFrom } from '../scores/scoreFrom.js';
import type { ChangeRow } from '../waves/waveChanges.js';

/** Rows of a population with whether its questionnaire or the way of its answers is another. */
export interface PopulationRows {
  population: string;
  rows: readonly ChangeRow[];
  sameQuestionnaire: boolean;
  otherMode: boolean;
}

/**
 * The inputs of two scores with what may be compared between their years: an indicator that was asked otherwise, came
 * another way, or comes from the survey in one year and from official statistics in the other is missing in both.
 */
export function comparableInputs(
  method: Method,
  [before, after]: readonly [ScoreContent, ScoreContent],
  populations: readonly PopulationRows[],
): { inputs: [ScoreInputs, ScoreInputs]; leftOut: string[] } {
  const incomparable = new Set(method.indicators.flatMap(({ code, ...rest }) => (isComparable({ code, ...rest }) ? [] : [code])));
  const restricted = (content: ScoreContent): ScoreInputs => {
    const inputs = inputsFrom(method, content);
    const indicators = Object.entries(inputs.indicators).map(([code, input]) =>
      incomparable.has(code) && input.state === 'present' ? [code, { state: 'missing', reason: 'not-common' }] : [code, input],
    );
    return { ...inputs, indicators: Object.fromEntries(indicators) as ScoreInputs['indicators'] };
  };
  const present = [before, after].flatMap(({ result }) => result.indicators.filter(({ state }) => state === 'scored'));
  return {
    inputs: [restricted(before), restricted(after)],
    leftOut: [...incomparable].filter((code) => present.some((indicator) => indicator.code === code)),
  };

  function isComparable(indicator: Pick<Method['indicators'][number], 'code' | 'source'> & { population?: string }): boolean {
    if (indicator.source === 'survey') {
      const rows = populations.find(({ population }) => population === indicator.population)?.rows ?? [];
      const row = rows.find(({ code }) => code === indicator.code);
      return row !== undefined && (row.state === 'tested' || !DIFFERENT.includes(row.obstacle.kind));
    }
    const [first, second] = [before, after].map(
      ({ statistics }) => statistics.find(({ code }) => code === indicator.code)?.origin,
    );
    if (first !== second) return false;
    const researchers = populations.find(({ population }) => population === 'researchers');
    return first !== 'survey' || (researchers !== undefined && researchers.sameQuestionnaire && !researchers.otherMode);
  }
}

const DIFFERENT: readonly string[] = ['new', 'asked-differently', 'other-mode'];
