import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../../accounts/index.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { typedAgain, type RawScenario } from '../rawScenario.js';
import type { ScenarioEntry } from '../scenarioEntry.js';

/** Where what somebody else saved differs from what was typed here. */
export function changedTable(saved: ScenarioEntry, typed: RawScenario, method: ScenarioMethod, language: Language): TableModel {
  const t = textsIn(language);
  const before = typedAgain(saved);
  const lines = [
    ...method.inputs.map(({ id, name }) => [name[language], before.figures[id] ?? '', typed.figures[id] ?? ''] as const),
    [t('scenarioData.field_source'), before.source, typed.source] as const,
    [t('scenarioData.field_synthetic'), yesOrNo(before.synthetic, t), yesOrNo(typed.synthetic, t)] as const,
  ];
  return {
    id: 'conflict',
    heading: t('scenarioData.conflict_table'),
    columns: [
      column(t('scenarioData.input')),
      column(t('scenarioData.conflict_saved', { revision: saved.revision })),
      column(t('scenarioData.conflict_typed')),
    ],
    rows: lines.filter(([, theirs, ours]) => theirs !== ours).map((line) => line.map((text) => cell(text === '' ? '–' : text))),
    empty: t('scenarioData.conflict_none'),
  };
}

function yesOrNo(synthetic: string, t: Texts): string {
  return t(synthetic === '' ? 'scenarioData.answer_no' : 'scenarioData.answer_yes');
}
