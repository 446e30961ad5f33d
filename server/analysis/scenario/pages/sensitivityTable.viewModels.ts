import type { InputSensitivity, Movement, Movements } from '../../../../scoring/index.js';
import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableCell, type TableModel } from '../../../accounts/index.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { ReadPicture } from '../scenarioPicture.js';
import { decimalText, levelText, scenarioNames } from './scenarioWords.js';

/** How far each input may move, alone, before a band and before the leading scenario changes. */
export function sensitivityTable(picture: ReadPicture, sensitivity: readonly InputSensitivity[], language: Language): TableModel {
  const t = textsIn(language);
  const { method, values } = picture;
  return {
    id: 'sensitivity',
    heading: t('scenarioData.sensitivity_heading'),
    columns: [
      column(t('scenarioData.input')),
      ...(['band', 'marks', 'percent'] as const).flatMap((kind) => [
        column(t(`scenarioData.sensitivity_${kind}_down`)),
        column(t(`scenarioData.sensitivity_${kind}_up`)),
      ]),
    ],
    rows: sensitivity.map((row) => [
      inputCell(row.input, values[row.input] ?? 0, method, language),
      ...movementCells(
        row.band,
        ({ indicator, level }) => bandWords(indicator, method, levelText(level, t), language),
        language,
        t,
      ),
      ...movementCells(row.leadingByMarks, (ids) => scenarioNames(ids, method, language, t), language, t),
      ...movementCells(row.leadingByPercent, (ids) => scenarioNames(ids, method, language, t), language, t),
    ]),
    empty: t('scenarioData.sensitivity_empty'),
  };
}

/** An input with the value that it moves from. */
function inputCell(id: string, value: number, { inputs }: ScenarioMethod, language: Language): TableCell {
  const input = inputs.find((one) => one.id === id);
  const unit = !input || input.kind === 'flag' ? '' : `\u00a0${input.unit[language]}`;
  return cell(input?.name[language] ?? id, { note: `${decimalText(value, 2, language)}${unit}` });
}

function bandWords(indicator: string, { indicators }: ScenarioMethod, level: string, language: Language): string {
  const found = indicators.find(({ id }) => id === indicator);
  return `${found?.symbol ?? found?.name[language] ?? indicator}: ${level}`;
}

function movementCells<Outcome>(
  movements: Movements<Outcome> | null,
  wordsOf: (outcome: Outcome) => string,
  language: Language,
  t: Texts,
): TableCell[] {
  return (['down', 'up'] as const).map((way) => {
    const movement = movements?.[way] ?? null;
    if (movement === null) return cell('–');
    const sign = way === 'down' ? '−' : '+';
    return cell(`${sign}${decimalText(roundedAway(movement.by, 'up'), 2, language)}`, {
      note: placeText(movement, way, wordsOf, language, t),
    });
  });
}

function placeText<Outcome>(
  { to, isBeyond, outcome }: Movement<Outcome>,
  way: 'down' | 'up',
  wordsOf: (outcome: Outcome) => string,
  language: Language,
  t: Texts,
): string {
  const values = { value: decimalText(roundedAway(to, way), 2, language), outcome: wordsOf(outcome) };
  if (!isBeyond) return t('scenarioData.movement_at', values);
  return t(way === 'down' ? 'scenarioData.movement_below' : 'scenarioData.movement_above', values);
}

/** Rounded to what is shown, in the direction of the movement: at the place that is named the change has come. */
function roundedAway(value: number, way: 'down' | 'up'): number {
  const hundredths = Number((100 * value).toPrecision(12));
  return (way === 'up' ? Math.ceil(hundredths) : Math.floor(hundredths)) / 100;
}
