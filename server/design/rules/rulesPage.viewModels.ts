import { summaryOf, type ErrorSummary } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import type { OrderedTable } from '../measurement/orderedTable.viewModels.js';
import { thresholdForm, weightingForm, type RulesMaterial, type SmallForm } from './rulesForms.viewModels.js';
import { endingTable, populationTable, straightlineTable, variableTable } from './rulesTables.viewModels.js';

export type RulesPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  summary: ErrorSummary | null;
  tables: OrderedTable[];
  forms: SmallForm[];
};

declare module '../../http/views.js' {
  interface Views {
    'design/rules': RulesPage;
  }
}

export function buildRulesPage(language: Language, material: RulesMaterial): Omit<RulesPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const { draft } = material;
  return {
    heading: t('designMeasurement.rules'),
    explanation: t('designMeasurement.rules_explanation'),
    summary: summaryOf(material.faults, t),
    tables: [
      endingTable(language, draft),
      populationTable(language, draft),
      variableTable(language, draft),
      straightlineTable(language, draft),
    ],
    forms: [weightingForm(language, material), thresholdForm(language, material)],
  };
}
