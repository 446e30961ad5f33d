import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { EnteredFigure, ScenarioEntry } from '../scenarioEntry.js';
import { nameAndSymbol, savedBy, typedText } from './scenarioWords.js';

/** The inputs as they were entered, with their units. */
export function inputTable({ figures }: Pick<ScenarioEntry, 'figures'>, method: ScenarioMethod, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: 'inputs',
    heading: t('scenarioData.inputs_heading'),
    columns: [column(t('scenarioData.input')), column(t('scenarioData.value'), { figure: true }), column(t('scenarioData.unit'))],
    rows: method.inputs.map((input) => [
      cell(nameAndSymbol(input, language), { note: t(`scenarioData.group_${input.group}`) }),
      cell(enteredText(figures, input.id, language, t), { figure: true }),
      cell(input.unit[language]),
    ]),
    empty: '',
  };
}

/** Every revision beside the others, the newest first: what was entered, from where, by whom. */
export function historyTable(revisions: readonly ScenarioEntry[], method: ScenarioMethod, language: Language): TableModel {
  const t = textsIn(language);
  const newestFirst = [...revisions].reverse();
  const line = (label: string, textOf: (entry: ScenarioEntry) => string) => [
    cell(label),
    ...newestFirst.map((entry) => cell(textOf(entry))),
  ];
  return {
    id: 'history',
    heading: t('scenarioData.history_heading'),
    columns: [
      column(t('scenarioData.input')),
      ...newestFirst.map(({ revision }, at) =>
        column(t(at === 0 ? 'scenarioData.revision_newest' : 'scenarioData.revision', { revision })),
      ),
    ],
    rows: [
      line(t('scenarioData.saved'), (entry) => savedBy(entry, language, t)),
      line(t('scenarioData.field_source'), ({ source }) => source),
      line(t('scenarioData.field_synthetic'), ({ synthetic }) =>
        t(synthetic ? 'scenarioData.kind_synthetic' : 'scenarioData.kind_real'),
      ),
      ...method.inputs.map(({ id, name }) => line(name[language], ({ figures }) => enteredText(figures, id, language, t))),
    ],
    empty: '',
  };
}

function enteredText(figures: readonly EnteredFigure[], id: string, language: Language, t: Texts): string {
  const found = figures.find(({ input }) => input === id);
  return found ? typedText(found.typed, found.value, language, t) : '–';
}
