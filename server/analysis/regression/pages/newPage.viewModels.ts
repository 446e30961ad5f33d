import { fieldsOf, summaryOf, type FormValues } from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import type { RegressionPreset } from '../../../../survey-definitions/contract/index.js';
import type { DatasetHead } from '../../datasets/dataset.js';
import type { RegressionFormPage } from './regressionForm.js';

interface NewMaterial {
  layout: Layout;
  language: Language;
  data: readonly DatasetHead[];
  presets: readonly RegressionPreset[];
  shown: FormValues;
  faults: FieldFault[];
}

export function buildNewPage({ layout, language, data, presets, shown, faults }: NewMaterial): RegressionFormPage {
  const t = textsIn(language);
  const fields = fieldsOf(shown, faults);
  const sets = data.map(({ digest, name, synthetic }) => ({
    value: digest,
    label: synthetic ? t('regression.synthetic_data', { name }) : name,
  }));
  const choices = presets.map(({ id, name }) => ({ value: id, label: name[language] }));
  return {
    layout,
    back: { label: t('regression.back_to_list'), href: '/analysis/regression' },
    heading: t('regression.new_heading'),
    intro: [t('regression.new_intro'), ...(data.length === 0 ? [t('regression.no_data')] : [])],
    summary: summaryOf(faults, t),
    form: {
      action: '/analysis/regression/new',
      hidden: [],
      fields: [
        fields.text('name', t('regression.name'), { hint: t('regression.name_hint') }),
        fields.select('data', t('regression.data'), [{ value: '', label: t('regression.choose_one') }, ...sets]),
        fields.select('preset', t('regression.preset'), [{ value: '', label: t('regression.no_preset') }, ...choices], {
          hint: t('regression.preset_hint'),
        }),
      ],
      submitLabel: t('regression.begin'),
      summary: null,
    },
  };
}

/** Which columns a preset needs and data do not have, each with its meaning. */
export function missingColumns(preset: RegressionPreset, missing: readonly string[], language: Language): string {
  const named = preset.columns.filter(({ id }) => missing.includes(id)).map(({ id, meaning }) => `${id} (${meaning[language]})`);
  return textsIn(language)('regression.error_preset_columns', { columns: named.join('; ') });
}
