import { LANGUAGES, type Section } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type FormField, type FormModel, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { autosaveWords, type AutosaveWords } from './autosaveWords.viewModels.js';
import { questionOf } from './itemWords.viewModels.js';

export type SectionPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  back: { label: string; href: string };
  form: FormModel;
  autosave: AutosaveWords | null;
};

declare module '../../http/views.js' {
  interface Views {
    'design/section': SectionPage;
  }
}

interface SectionMaterial {
  draft: DraftRevision;
  /** Null for a new section. */
  section: Section | null;
  values: FormValues;
  faults: FieldFault[];
}

export function buildSectionPage(language: Language, material: SectionMaterial): Omit<SectionPage, 'layout' | 'frame'> {
  const { draft, section, faults } = material;
  const t = textsIn(language);
  const address = draftAddress(draft.questionnaire);
  return {
    heading: section === null ? t('designStructure.new_section') : t('designStructure.edit_section'),
    back: { label: t('designStructure.back_to_outline'), href: `${address}#${section ? `section-${section.id}` : 'outline'}` },
    form: {
      action: section === null ? `${address}/new-section` : `${address}/sections/${section.id}`,
      hidden: [{ name: '_revision', value: String(draft.revision) }],
      fields: sectionFields(language, material),
      submitLabel: t('designStructure.save'),
      summary: summaryOf(faults, t),
    },
    autosave: section === null ? null : autosaveWords(t),
  };
}

function sectionFields(language: Language, { section, values, faults }: SectionMaterial): FormField[] {
  const t = textsIn(language);
  const { text, choices } = fieldsOf(values, faults);
  const written = (name: string, label: string, hint: string, rows: number | null): FormField => ({
    kind: 'group',
    label,
    hint,
    fields: LANGUAGES.map((code) => text(`${name}.${code}`, languageNames[code], { lang: code, rows })),
  });
  const members = (section?.items ?? []).map((item) => ({ value: item.id, label: questionOf(item, language), hint: item.id }));
  const groups = (section?.randomised ?? []).length;
  const group = (at: number): FormField =>
    choices(`group.${at}`, at < groups ? t('designStructure.group_n', { n: at + 1 }) : t('designStructure.group_new'), members, {
      type: 'checkbox',
      hint: at === groups ? t('designStructure.group_hint') : null,
    });
  return [
    written('title', t('designStructure.section_title'), t('designStructure.section_title_hint'), null),
    written('hint', t('designStructure.section_hint'), t('designStructure.section_hint_hint'), 2),
    ...(members.length < 2 ? [] : Array.from({ length: groups + 1 }, (_, at) => group(at))),
    text('id', t('designStructure.id'), { hint: t('designStructure.section_id_hint') }),
  ];
}
