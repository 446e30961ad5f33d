import type { ScenarioIndicator, ScenarioInput } from '../../../survey-definitions/contract/index.js';
import { formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { figureText, levelText } from '../scenario/pages/scenarioWords.js';
import { sideOf } from './editFields.js';

/** The bands of an indicator from the lowest, each with its limits. */
export function bandsInWords(indicator: ScenarioIndicator, language: Language): string[] {
  const t = textsIn(language);
  const { bands } = indicator;
  const last = sideOf(indicator) === 'below' ? 'scenario.band_last_open' : 'scenario.band_last';
  return bands.map(({ level, from }, at) => {
    const next = bands[at + 1];
    const values = { level: levelText(level, t), from: figureText(from, language) };
    return next ? t('scenario.band', { ...values, to: figureText(next.from, language) }) : t(last, values);
  });
}

/** What may be entered for an input. */
export function limitsInWords({ kind, minimum, maximum }: ScenarioInput, language: Language): string {
  const t = textsIn(language);
  if (kind === 'flag') return t('scenario.limit_flag');
  const figure = (value: number): string => formatNumber(value, language, 0);
  if (minimum !== null && maximum !== null) return t('scenario.limit_between', { least: figure(minimum), most: figure(maximum) });
  return minimum === null ? t('scenario.limit_none') : t('scenario.limit_least', { least: figure(minimum) });
}
