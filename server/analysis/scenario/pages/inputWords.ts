import type { ScenarioInput } from '../../../../survey-definitions/contract/index.js';
import { formatNumber, type Language, type Texts } from '../../../i18n/index.js';

/** What an input may be: its unit and its limits. */
export function inputHint({ unit, minimum, maximum, kind }: ScenarioInput, language: Language, t: Texts): string {
  const values = { unit: unit[language], min: limit(minimum, language), max: limit(maximum, language) };
  if (kind === 'flag') return unit[language];
  if (minimum === null) return unit[language];
  return maximum === null ? t('scenarioData.hint_from', values) : t('scenarioData.hint_between', values);
}

const limit = (value: number | null, language: Language): string =>
  value === null ? '' : formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
