import { fieldsOf, summaryOf, type FormField, type FormModel, type FormValues } from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import type { OfferedColumn } from '../building/panelBuilder.js';

/** The choice of what a panel from the platform's own figures is made of. */
export interface ChoicePage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  form: FormModel;
  /** Said instead of the form where there is nothing to choose. */
  nothing: string | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/datasetChoice': ChoicePage;
  }
}

export interface ColumnGroup {
  name: string;
  label: string;
  hint?: string;
  columns: OfferedColumn[];
}

export interface ChoiceMaterial {
  layout: Layout;
  language: Language;
  heading: string;
  intro: string;
  action: string;
  groups: readonly ColumnGroup[];
  values: FormValues;
  faults: FieldFault[];
  nothing: string | null;
}

export function buildChoicePage({ layout, language, heading, intro, nothing, ...form }: ChoiceMaterial): ChoicePage {
  const t = textsIn(language);
  const { text, choices } = fieldsOf(form.values, form.faults);
  const fields: FormField[] = [
    text('name', t('datasets.field_name')),
    text('from', t('datasets.field_from'), { inputmode: 'numeric', short: true }),
    text('to', t('datasets.field_to'), { inputmode: 'numeric', short: true }),
    ...form.groups.map(({ name, label, hint, columns }) =>
      choices(
        name,
        label,
        columns.map(({ id, label: ofColumn, hint: beside }) => ({
          value: id,
          label: ofColumn,
          ...(beside === undefined ? {} : { hint: beside }),
        })),
        { type: 'checkbox', hint: hint ?? null },
      ),
    ),
  ];
  return {
    layout,
    heading,
    intro,
    back: { label: t('datasets.back_to_list'), href: '/analysis/data' },
    form: {
      action: form.action,
      hidden: [],
      fields,
      submitLabel: t('datasets.official_submit'),
      summary: summaryOf(form.faults, t),
    },
    nothing,
  };
}
