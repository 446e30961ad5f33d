import {
  fieldsOf,
  summaryOf,
  type FormField,
  type FormModel,
  type FormValues,
  type TableModel,
} from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { draftAddress, type DraftSection, type FieldMaker } from './section.js';

/** A form of the designer of methods. */
export interface MethodFormPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: readonly string[];
  links: readonly { label: string; href: string }[];
  tables: readonly TableModel[];
  form: FormModel;
}

declare module '../../../http/views.js' {
  interface Views {
    'results/methodForm': MethodFormPage;
  }
}

interface FormMaterial {
  layout: Layout;
  language: Language;
  action: string;
  shown?: FormValues;
  faults?: readonly FieldFault[];
}

export function buildSectionPage(
  section: DraftSection,
  { id, revision, ...material }: FormMaterial & { id: string; revision: number },
): MethodFormPage {
  const t = textsIn(material.language);
  return {
    layout: material.layout,
    back: { label: t('methods.back_to_draft'), href: draftAddress(id) },
    heading: section.heading,
    intro: section.intro,
    links: section.links ?? [],
    tables: section.tables ?? [],
    form: formOf(section.fields, section.values, {
      ...material,
      hidden: [{ name: '_revision', value: String(revision) }],
      submitLabel: t('methods.save'),
    }),
  };
}

/** Beginning a method: a copy of another under an id and names of its own. */
export function buildNewMethodPage(
  fields: (make: FieldMaker) => FormField[],
  { origin, from, ...material }: FormMaterial & { origin: string; from: string },
): MethodFormPage {
  const t = textsIn(material.language);
  return {
    layout: material.layout,
    back: { label: t('methods.list_heading'), href: '/results/methods' },
    heading: t('methods.new_heading'),
    intro: [t('methods.new_intro', { name: origin })],
    links: [],
    tables: [],
    form: formOf(fields, {}, { ...material, hidden: [{ name: 'from', value: from }], submitLabel: t('methods.new_button') }),
  };
}

function formOf(
  fields: (make: FieldMaker) => FormField[],
  values: FormValues,
  {
    language,
    action,
    shown,
    faults = [],
    hidden,
    submitLabel,
  }: Omit<FormMaterial, 'layout'> & Pick<FormModel, 'hidden' | 'submitLabel'>,
): FormModel {
  const all = [...faults];
  return {
    action,
    hidden,
    fields: fields(fieldsOf(shown ?? values, all)),
    submitLabel,
    summary: summaryOf(all, textsIn(language)),
  };
}
