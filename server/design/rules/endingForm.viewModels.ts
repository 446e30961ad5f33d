import { fieldsOf, type FormValues } from '../../accounts/index.js';
import { textsIn } from '../../i18n/index.js';
import { comparableQuestions } from '../conditions/comparable.js';
import { conditionFields } from '../conditions/conditionFields.viewModels.js';
import { conditionInWords } from '../conditions/conditionInWords.js';
import type { MemberContent } from '../measurement/memberPage.viewModels.js';
import type { MemberMaterial } from '../measurement/memberPages.routes.js';
import { isConsentRule } from './consentRule.js';
import { writtenRule } from './endingForm.js';

export function buildEnding({ definition, member, values, faults, language }: MemberMaterial<'endings'>): MemberContent {
  const t = textsIn(language);
  const heading = t(member ? 'designMeasurement.ending_heading' : 'designMeasurement.ending_new');
  if (member && isConsentRule(member)) {
    const sentence = conditionInWords(member.when, definition, language);
    return {
      heading,
      explanation: [t('designMeasurement.consent_rule_words', { condition: sentence }), t('designMeasurement.consent_rule_kept')],
      blocks: null,
      removal: null,
    };
  }
  const shown: FormValues = values ?? { ending: member?.ending ?? 'screenedOut' };
  const { choices } = fieldsOf(shown, [...faults]);
  const endings = (['screenedOut', 'declined'] as const).map((value) => ({
    value,
    label: t(`designMeasurement.ending_${value}`),
    hint: t(`designMeasurement.ending_${value}_hint`),
  }));
  return {
    heading,
    explanation: [t('designMeasurement.endings_explanation')],
    hidden: member ? [{ name: 'was', value: writtenRule(member) }] : [],
    blocks: [
      {
        kind: 'condition',
        condition: conditionFields({
          prefix: 'when',
          heading: t('designMeasurement.ending_when'),
          hint: t('designMeasurement.condition_hint'),
          condition: member?.when,
          values,
          faults,
          definition,
          offered: comparableQuestions(definition),
          moment: 'asked',
          language,
        }),
      },
      { kind: 'fields', fields: [choices('ending', t('designMeasurement.ending_how'), endings)] },
    ],
    removal: member && t('designMeasurement.ending_remove'),
  };
}
