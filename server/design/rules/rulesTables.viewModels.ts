import type { Definition, DerivedVariable } from '../../../survey-definitions/contract/index.js';
import { formatNumber, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { answerLabel, itemOf } from '../conditions/answerWords.js';
import { conditionInWords } from '../conditions/conditionInWords.js';
import { textIn } from '../editing/draftFrame.viewModels.js';
import { orderedCell, orderedTable, type OrderedTable } from '../measurement/orderedTable.viewModels.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { isConsentRule } from './consentRule.js';
import { VARIABLE_TYPES } from './variableForm.js';

/** What the four lists of the page share: their words stand under names that begin with the part's. */
function frameOf(t: Texts, part: 'endings' | 'populations' | 'variables' | 'straightline') {
  return {
    list: 'rules' as const,
    heading: t(`designMeasurement.${part}`),
    explanation: t(`designMeasurement.${part}_explanation`),
    empty: t(`designMeasurement.${part}_none`),
  };
}

export function endingTable(language: Language, draft: DraftRevision): OrderedTable {
  const t = textsIn(language);
  return orderedTable({
    ...frameOf(t, 'endings'),
    draft,
    language,
    collection: 'endings',
    segment: 'endings',
    columns: [t('designMeasurement.col_ending'), t('designMeasurement.col_when')],
    cells: (rule) => [
      orderedCell(
        t(`designMeasurement.ending_${rule.ending}`),
        isConsentRule(rule) ? t('designMeasurement.consent_rule_short') : null,
      ),
      orderedCell(conditionInWords(rule.when, draft.definition, language)),
    ],
    add: [{ label: t('designMeasurement.ending_add') }],
  });
}

export function populationTable(language: Language, draft: DraftRevision): OrderedTable {
  const t = textsIn(language);
  return orderedTable({
    ...frameOf(t, 'populations'),
    draft,
    language,
    collection: 'analysisPopulations',
    segment: 'populations',
    columns: [t('designMeasurement.col_name'), t('designMeasurement.col_belongs')],
    cells: ({ id, name, rule }) => [
      orderedCell(textIn(name, language) || id, id),
      orderedCell(conditionInWords(rule, draft.definition, language)),
    ],
    add: [{ label: t('designMeasurement.population_add') }],
  });
}

export function variableTable(language: Language, draft: DraftRevision): OrderedTable {
  const t = textsIn(language);
  return orderedTable({
    ...frameOf(t, 'variables'),
    draft,
    language,
    collection: 'derived',
    segment: 'variables',
    columns: [t('designMeasurement.col_variable'), t('designMeasurement.col_computed')],
    cells: (variable) => [
      orderedCell(variable.id, t(`designMeasurement.variable_${variable.type}`)),
      orderedCell(variableInWords(variable, draft.definition, language)),
    ],
    add: VARIABLE_TYPES.map((type) => ({ label: t(`designMeasurement.variable_add_${type}`), query: `?type=${type}` })),
  });
}

function variableInWords(variable: DerivedVariable, definition: Definition, language: Language): string[] {
  const t = textsIn(language);
  switch (variable.type) {
    case 'recode':
      return variable.cases.map(({ from, to }) => {
        const labels = from.map((code) => answerLabel(definition, itemOf(definition, variable.item), code, language));
        return t('designMeasurement.recode_words', { item: variable.item, answers: labels.join(', '), to });
      });
    case 'condition': {
      const one = t('designMeasurement.one_words', { condition: conditionInWords(variable.when, definition, language) });
      if (variable.zeroWhen === undefined) return [one, t('designMeasurement.zero_otherwise')];
      const zero = conditionInWords(variable.zeroWhen, definition, language);
      return [one, t('designMeasurement.zero_words', { condition: zero })];
    }
    case 'midpoint': {
      const values = variable.midpoints.map(({ value }) => formatNumber(value, language, Number.isInteger(value) ? 0 : 2));
      return [
        t('designMeasurement.midpoint_words', { item: variable.item, year: variable.validFrom, values: values.join('; ') }),
      ];
    }
    case 'ratio':
      return [`${variable.numerator} ÷ ${variable.denominator}`];
  }
}

export function straightlineTable(language: Language, draft: DraftRevision): OrderedTable {
  const t = textsIn(language);
  return orderedTable({
    ...frameOf(t, 'straightline'),
    draft,
    language,
    collection: 'straightlineSets',
    segment: 'straightline',
    columns: [t('designMeasurement.col_set'), t('designMeasurement.col_items')],
    cells: ({ id, items }) => [orderedCell(id), orderedCell(items.join(', '))],
    add: [{ label: t('designMeasurement.straightline_add') }],
  });
}
