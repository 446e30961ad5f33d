import { fieldsOf, type FormField, type FormValues } from '../../accounts/index.js';
import { formulaOf } from '../../../scoring/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import type { Description } from './description.js';
import type { DescriptionAddress } from './descriptionAddress.js';
import type { DescriptionChoice } from './description.requests.js';
import { NEW_COLUMNS } from './newTransformation.js';
import { codeOf } from './transformationCode.js';

/** A form that asks for the same page with another choice. */
export interface ChoiceForm {
  /** What unfolds it. */
  label: string;
  action: string;
  hidden: { name: string; value: string }[];
  fields: FormField[];
  submitLabel: string;
}

interface Surroundings {
  address: DescriptionAddress;
  choice: DescriptionChoice;
  description: Description;
  faults: FieldFault[];
  nameOf: (unit: string) => string;
  t: Texts;
}

const option = (value: string): { value: string; label: string } => ({ value, label: value });

/** Which columns are described, and which are computed in addition. */
export function columnsForm({ address, choice, description, faults, t }: Surroundings): ChoiceForm {
  const { columns, chosen, transformations } = description;
  const refused = faults.length > 0;
  const values: FormValues = {
    column: chosen,
    computed: transformations.map(codeOf),
    new: refused ? choice.new : '',
    of: refused ? choice.of : '',
    by: refused ? choice.by : '',
    name: refused ? choice.name : '',
  };
  const fields = fieldsOf(values, faults);
  const none = { value: '', label: t('description.no_column') };
  return {
    label: t('description.choose_columns'),
    action: address.path,
    hidden: address.without('column', 'computed'),
    fields: [
      fields.choices('column', t('description.field_columns'), columns.map(option), { type: 'checkbox', dense: true }),
      ...computedField(description, fields, t),
      {
        kind: 'group',
        label: t('description.field_new'),
        hint: t('description.field_new_hint'),
        fields: [
          fields.select('new', t('description.field_kind'), [
            { value: '', label: t('description.new_none') },
            ...NEW_COLUMNS.map(({ id }) => ({ value: id, label: t(`description.new_${id}`) })),
          ]),
          fields.select('of', t('description.field_of'), [none, ...columns.map(option)]),
          fields.select('by', t('description.field_by'), [none, ...columns.map(option)]),
          fields.text('name', t('description.field_name')),
        ],
      },
    ],
    submitLabel: t('description.show'),
  };
}

/** Columns that were computed so far: without its tick one goes. */
function computedField({ transformations }: Description, fields: ReturnType<typeof fieldsOf>, t: Texts): FormField[] {
  if (transformations.length === 0) return [];
  const options = transformations.map((transformation) => ({ value: codeOf(transformation), label: formulaOf(transformation) }));
  return [
    fields.choices('computed', t('description.field_computed'), options, {
      type: 'checkbox',
      hint: t('description.field_computed_hint'),
    }),
  ];
}

/** So many units may be ticked; others can be named in the address. */
const OFFERED_UNITS = 60;

/** Whose dynamics are drawn. */
export function dynamicsForm({ address, description, nameOf, t }: Surroundings): ChoiceForm {
  const { columns, dynamics } = description;
  const fields = fieldsOf({ dynamics: dynamics.column, unit: dynamics.shown }, []);
  const offered = dynamics.units.filter(({ unit }, at) => at < OFFERED_UNITS || dynamics.shown.includes(unit));
  const units = offered.map(({ unit }) => ({ value: unit, label: nameOf(unit) }));
  return {
    label: t('description.choose_units'),
    action: `${address.path}#dynamics-heading`,
    hidden: address.without('dynamics', 'unit'),
    fields: [
      fields.select('dynamics', t('description.field_dynamics'), columns.map(option)),
      fields.choices('unit', t('description.field_units'), units, {
        type: 'checkbox',
        dense: true,
        hint: t('description.field_units_hint'),
      }),
    ],
    submitLabel: t('description.show'),
  };
}

/** Which coefficient, over which rows. */
export function correlationForm({ address, choice, t }: Surroundings): ChoiceForm {
  const fields = fieldsOf({ correlation: choice.correlation, missing: choice.missing }, []);
  return {
    label: t('description.choose_coefficient'),
    action: `${address.path}#correlations-heading`,
    hidden: address.without('correlation', 'missing'),
    fields: [
      fields.choices('correlation', t('description.field_correlation'), [
        { value: 'pearson', label: t('description.pearson') },
        { value: 'spearman', label: t('description.spearman') },
      ]),
      fields.choices('missing', t('description.field_missing'), [
        { value: 'pairwise', label: t('description.pairwise') },
        { value: 'listwise', label: t('description.listwise') },
      ]),
    ],
    submitLabel: t('description.show'),
  };
}
