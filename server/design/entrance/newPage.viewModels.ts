import { LANGUAGES, type Definition } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type FormModel, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, textsIn, type Language } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';

export type NewPage = PageModel & {
  heading: string;
  explanation: string;
  back: { label: string; href: string };
  file: { label: string; href: string };
  form: FormModel;
};

declare module '../../http/views.js' {
  interface Views {
    'design/new': NewPage;
  }
}

interface NewPageMaterial {
  values: FormValues;
  faults: FieldFault[];
  definitions: readonly Definition[];
}

export function buildNewPage(language: Language, { values, faults, definitions }: NewPageMaterial): Omit<NewPage, 'layout'> {
  const t = textsIn(language);
  const { text, choices } = fieldsOf(values, faults);
  const sources = definitions.map((definition) => ({
    value: `${definition.id}/${definition.version}`,
    label: titleIn(definition, language),
    hint: `${definition.id} · ${t('design.version_n', { version: definition.version })}`,
  }));
  return {
    heading: t('design.new_title'),
    explanation: t('design.new_explanation'),
    back: { label: t('design.back_to_list'), href: '/design' },
    file: { label: t('design.new_file'), href: '/design/import' },
    form: {
      action: '/design',
      hidden: [],
      fields: [
        choices('from', t('design.new_from'), [
          { value: 'nothing', label: t('design.new_from_nothing'), hint: t('design.new_from_nothing_hint') },
          ...sources,
        ]),
        choices('population', t('design.new_population'), [
          { value: 'residents', label: t('interface.lbl_residents') },
          { value: 'researchers', label: t('interface.lbl_researchers') },
        ]),
        {
          kind: 'group',
          label: t('design.new_name'),
          hint: null,
          fields: LANGUAGES.map((code) => text(`title.${code}`, languageNames[code], { lang: code })),
        },
        text('id', t('design.new_id'), { hint: t('design.new_id_hint') }),
      ],
      submitLabel: t('design.new_submit'),
      summary: summaryOf(faults, t),
    },
  };
}
