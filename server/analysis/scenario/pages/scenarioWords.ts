import type {
  ScenarioIndicator,
  ScenarioInput,
  ScenarioLevel,
  ScenarioMethod,
} from '../../../../survey-definitions/contract/index.js';
import { formatDate, formatNumber, type Language, type Texts } from '../../../i18n/index.js';
import type { ScenarioEntry } from '../scenarioEntry.js';
import type { ReadPicture } from '../scenarioPicture.js';

/** Who saved a revision, and when. */
export function savedBy({ savedByName, savedAt }: ScenarioEntry, language: Language, t: Texts): string {
  return t('scenarioData.saved_by', { name: savedByName, date: formatDate(savedAt.toISOString().slice(0, 10), language) });
}

/** An indicator or an input: two decimals below 10, one from there on. */
export function figureText(value: number, language: Language): string {
  return decimalText(value, Math.abs(value) >= 10 ? 1 : 2, language);
}

/** At most so many decimals, without zeros that say nothing. */
export function decimalText(value: number, most: number, language: Language): string {
  const decimals = /\.(\d+)$/.exec(value.toFixed(most).replace(/\.?0+$/, ''))?.[1]?.length ?? 0;
  return formatNumber(value, language, decimals);
}

/** What was typed, with the reader's decimal mark; a fraction also as the number that it is. */
export function typedText(typed: string, value: number, language: Language, t: Texts): string {
  if (!typed.includes('/')) return typedNumberText(typed, value, language);
  return t('scenarioData.fraction', { fraction: typed.replaceAll(' ', ''), value: figureText(value, language) });
}

/** As many decimals as were typed. */
function typedNumberText(typed: string, value: number, language: Language): string {
  return formatNumber(value, language, /[.,](\d+)/.exec(typed)?.[1]?.length ?? 0);
}

export function levelText(level: ScenarioLevel, t: Texts): string {
  return t(`scenarioData.level_${level}`);
}

/** A band with its limits. */
export function bandText({ bands }: ScenarioIndicator, level: ScenarioLevel, language: Language, t: Texts): string {
  const at = bands.findIndex((band) => band.level === level);
  const [band, next] = [bands[at], bands[at + 1]];
  const figure = (value: number | undefined): string => figureText(value ?? 0, language);
  const values = { level: levelText(level, t), from: figure(band?.from), to: figure(next?.from) };
  if (next) return t('scenarioData.band', values);
  return t(band?.includesFrom === false ? 'scenarioData.band_last_open' : 'scenarioData.band_last', values);
}

/** Name with its sign in formulas, where it has one. */
export function nameAndSymbol({ name, symbol }: ScenarioIndicator | ScenarioInput, language: Language): string {
  return symbol === null ? name[language] : `${name[language]} (${symbol})`;
}

/** The formula with the numbers of this town in it; null where one is missing. */
export function formulaText({ formula }: ScenarioIndicator, picture: ReadPicture, language: Language): string | null {
  const numbers = formula.of.map((name) => operandValue(name, picture));
  if (numbers.includes(undefined)) return null;
  const words = numbers.map((value) => figureText(value ?? 0, language));
  const sum = words.join(' + ');
  switch (formula.kind) {
    case 'geometric-mean':
      return `√(${words.join(' × ')})`;
    case 'root-of-sum':
      return `√(${sum})`;
    case 'mean':
      return `(${sum}) / ${String(words.length)}`;
    case 'complement':
      return `100 − ${words.join('')}`;
  }
}

function operandValue(name: string, { method, values, reversed, reading }: ReadPicture): number | undefined {
  const figure = reading.figures.find(({ id }) => id === name);
  if (figure) return figure.state === 'computed' ? figure.value : undefined;
  const value = values[name];
  const { input, about } = method.reversal;
  return value !== undefined && reversed && name === input ? 2 * about - value : value;
}

/** Names of scenarios, as a list. */
export function scenarioNames(ids: readonly string[], { rule }: ScenarioMethod, language: Language, t: Texts): string {
  if (ids.length === 0) return t('scenarioData.nobody_leads');
  return ids.map((id) => rule.scenarios.find((scenario) => scenario.id === id)?.name[language] ?? id).join(', ');
}
