import { fieldsOf, type FormModel, type FormValues } from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Texts } from '../../../i18n/index.js';
import { PANEL_TRANSFORMATION_KINDS } from '../../../../survey-definitions/contract/index.js';
import type { WorkingAnalysis } from '../workingAnalysis.js';

const PER = ['1', '1000', '10000', '100000', '1000000'] as const;

interface TransformationFormMaterial {
  analysis: WorkingAnalysis;
  columns: readonly string[];
  shown: FormValues;
  faults: FieldFault[];
  t: Texts;
}

/** A new column: what is computed, of which columns, under which name. */
export function transformationForm({ analysis, columns, shown, faults, t }: TransformationFormMaterial): FormModel {
  const fields = fieldsOf({ unit: 'fraction', per: '1', years: '1', ...shown }, faults);
  const named = columns.map((name) => ({ value: name, label: name }));
  const chosen = [{ value: '', label: t('regression.choose_one') }, ...named];
  const kinds = PANEL_TRANSFORMATION_KINDS.map((kind) => ({ value: kind, label: t(`regression.kind_${kind}`) }));
  return {
    action: `/analysis/regression/${analysis._id}/transformations`,
    hidden: [{ name: 'revision', value: String(analysis.revision) }],
    fields: [
      fields.select('kind', t('regression.kind'), kinds),
      fields.select('of', t('regression.of'), chosen),
      fields.select('by', t('regression.by'), chosen, { hint: t('regression.by_hint') }),
      fields.text('column', t('regression.column_name'), { hint: t('regression.column_name_hint'), short: true }),
      {
        kind: 'group',
        label: t('regression.details'),
        hint: t('regression.details_hint'),
        fields: [
          fields.text('years', t('regression.years'), { short: true, inputmode: 'numeric' }),
          fields.select(
            'unit',
            t('regression.unit'),
            (['fraction', 'per-cent'] as const).map((unit) => ({ value: unit, label: t(`regression.unit_${unit}`) })),
          ),
          fields.select(
            'per',
            t('regression.per'),
            PER.map((per) => ({ value: per, label: t(`regression.per_${per}`) })),
          ),
        ],
      },
    ],
    submitLabel: t('regression.add_column'),
    summary: null,
  };
}
