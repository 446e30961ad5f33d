import { fieldsOf, summaryOf, type FormField, type FormValues } from '../../../accounts/index.js';
import { StandardErrorsSchema, type RegressionModel } from '../../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import type { Texts } from '../../../i18n/index.js';
import { choiceOf, ESTIMATOR_CHOICES, WEIGHT_CHOICES } from '../estimatorChoice.js';
import type { WorkingAnalysis } from '../workingAnalysis.js';
import type { RegressionFormPage } from './regressionForm.js';
import { addressOf } from './workbenchPage.viewModels.js';

interface ModelFormMaterial {
  layout: Layout;
  t: Texts;
  analysis: WorkingAnalysis;
  /** Columns of the data and their transformations. */
  columns: readonly string[];
  /** Which model is changed, from 1; null for a new one. */
  at: number | null;
  shown: FormValues;
  faults: FieldFault[];
}

export function buildModelFormPage({ layout, t, analysis, columns, at, shown, faults }: ModelFormMaterial): RegressionFormPage {
  const address = addressOf(analysis);
  return {
    layout,
    back: { label: analysis.name, href: address },
    heading: modelFormHeading(at, t),
    intro: [t('regression.model_intro')],
    summary: summaryOf(faults, t),
    form: {
      action: at === null ? `${address}/models/new` : `${address}/models/${at}/edit`,
      hidden: [
        { name: 'revision', value: String(analysis.revision) },
        ...(at === null ? [] : [{ name: 'before', value: [shown.before ?? ''].flat()[0] ?? '' }]),
      ],
      fields: modelFields(columns, shown, faults, t),
      submitLabel: t('regression.estimate_button'),
      summary: null,
    },
  };
}

export function modelFormHeading(at: number | null, t: Texts): string {
  return t(at === null ? 'regression.add_model' : 'regression.edit_model');
}

function modelFields(columns: readonly string[], shown: FormValues, faults: FieldFault[], t: Texts): FormField[] {
  const fields = fieldsOf(shown, faults);
  const chosen = [shown.terms ?? []].flat();
  const others = columns.filter((name) => !chosen.includes(name));
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  const choose = { value: '', label: t('regression.choose_one') };
  return [
    fields.text('name', t('regression.model_name'), { hint: t('regression.model_name_hint'), short: true }),
    fields.select('response', t('regression.response'), [choose, ...named(columns)]),
    fields.choices('terms', t('regression.terms'), named([...chosen.filter((name) => columns.includes(name)), ...others]), {
      type: 'checkbox',
      dense: true,
      hint: t('regression.terms_hint'),
    }),
    fields.choices(
      'estimator',
      t('regression.estimator'),
      ESTIMATOR_CHOICES.map((value) => ({
        value,
        label: t(`regression.estimator_${value}`),
        hint: t(`regression.estimator_${value}_hint`),
      })),
    ),
    {
      kind: 'group',
      label: t('regression.weights'),
      hint: t('regression.weights_hint'),
      fields: [
        fields.select('variable', t('regression.variable'), [choose, ...named(columns)]),
        fields.select(
          'weight',
          t('regression.weight'),
          WEIGHT_CHOICES.map((value) => ({ value, label: t(`regression.weight_${value}`) })),
        ),
      ],
    },
    fields.select(
      'errors',
      t('regression.errors'),
      StandardErrorsSchema.options.map((value) => ({ value, label: t(`regression.errors_${value}`) })),
      { hint: t('regression.errors_hint') },
    ),
  ];
}

/** A model as its form shows it. */
export function modelAsForm({ name, response, terms, estimator, errors }: RegressionModel): FormValues {
  const weights = estimator.kind === 'wls' ? { variable: estimator.variable, weight: estimator.weight } : {};
  return { name, response, terms, estimator: choiceOf(estimator), errors, ...weights };
}
