import { fieldsOf } from '../../accounts/index.js';
import { textsIn } from '../../i18n/index.js';
import { comparableQuestions } from '../conditions/comparable.js';
import { conditionFields } from '../conditions/conditionFields.viewModels.js';
import { languageFields } from '../measurement/languageFields.viewModels.js';
import type { MemberContent } from '../measurement/memberPage.viewModels.js';
import type { MemberMaterial } from '../measurement/memberPages.routes.js';
import { textValues } from '../structure/formTexts.js';
import { AGREED } from './populationForm.js';

export function buildPopulation(material: MemberMaterial<'analysisPopulations'>): MemberContent {
  const { definition, member, values, faults, language } = material;
  const t = textsIn(language);
  const shown = values ?? (member ? { id: member.id, ...textValues('name', member.name) } : {});
  const fields = fieldsOf(shown, [...faults]);
  const last = definition.analysisPopulations.length === 1;
  const removal = t(last ? 'designMeasurement.population_last' : 'designMeasurement.population_remove');
  return {
    heading: t(member ? 'designMeasurement.population_heading' : 'designMeasurement.population_new'),
    explanation: [t('designMeasurement.populations_explanation'), ...(member && last ? [removal] : [])],
    blocks: [
      { kind: 'fields', fields: [languageFields(fields, 'name', t('designMeasurement.population_name'), { rows: 2 })] },
      {
        kind: 'condition',
        condition: conditionFields({
          prefix: 'rule',
          heading: t('designMeasurement.population_rule'),
          hint: t('designMeasurement.condition_hint'),
          condition: member ? member.rule : AGREED,
          values,
          faults,
          definition,
          offered: comparableQuestions(definition),
          moment: 'stored',
          language,
        }),
      },
      {
        kind: 'fields',
        fields: [fields.text('id', t('designMeasurement.id'), { hint: t('designMeasurement.population_id_hint') })],
      },
    ],
    removal: member && !last ? removal : null,
  };
}
