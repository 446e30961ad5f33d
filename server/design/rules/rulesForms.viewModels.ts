import { fieldsOf, type FormModel, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { itemOf, questionWords } from '../conditions/answerWords.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { thresholdValues } from './thresholdsForm.js';
import { weightable } from './weightingForm.js';

/** A form that stands on the page of the rules itself. */
export interface SmallForm {
  id: string;
  heading: string;
  explanation: string;
  form: FormModel;
}

export interface RulesMaterial {
  draft: DraftRevision;
  /** Of the form on this page that has faults. */
  values: FormValues | null;
  faults: FieldFault[];
}

export function weightingForm(language: Language, { draft }: RulesMaterial): SmallForm {
  const t = textsIn(language);
  const { definition } = draft;
  const { choices } = fieldsOf({ weighting: definition.weightingVariables }, []);
  const options = weightable(definition).map((id) => {
    const item = itemOf(definition, id);
    return { value: id, label: id, hint: item ? questionWords(item, language) : t('designMeasurement.weighting_variable') };
  });
  return {
    id: 'weighting',
    heading: t('designMeasurement.weighting'),
    explanation: t('designMeasurement.weighting_explanation'),
    form: formOf(draft, 'weighting', t, [
      choices('weighting', t('designMeasurement.weighting_choose'), options, { type: 'checkbox' }),
    ]),
  };
}

export function thresholdForm(language: Language, { draft, values, faults }: RulesMaterial): SmallForm {
  const t = textsIn(language);
  const { text } = fieldsOf(values ?? thresholdValues(draft.definition), faults);
  return {
    id: 'thresholds',
    heading: t('designMeasurement.thresholds'),
    explanation: t('designMeasurement.thresholds_explanation'),
    form: formOf(draft, 'thresholds', t, [
      text('secondsPerItem', t('designMeasurement.seconds_per_item'), {
        short: true,
        inputmode: 'decimal',
        hint: t('designMeasurement.seconds_per_item_hint'),
      }),
      text('missingPercent', t('designMeasurement.missing_percent'), {
        short: true,
        inputmode: 'decimal',
        hint: t('designMeasurement.missing_percent_hint'),
      }),
    ]),
  };
}

function formOf({ questionnaire, revision }: DraftRevision, path: string, t: Texts, fields: FormModel['fields']): FormModel {
  return {
    action: `${draftAddress(questionnaire)}/rules/${path}`,
    hidden: [{ name: '_revision', value: String(revision) }],
    fields,
    submitLabel: t('designMeasurement.save'),
    summary: null,
  };
}
