import { LANGUAGES, optionsOf, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type ErrorSummary, type FormField, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { comparableQuestions, comparableQuestionsBefore } from '../conditions/comparable.js';
import { conditionFields, type ConditionFields } from '../conditions/conditionFields.viewModels.js';
import { textIn, type DraftFrame } from '../editing/draftFrame.viewModels.js';
import type { Finding } from '../lint/finding.js';
import { findingInWords } from '../lint/findingInWords.js';
import { addressOfPlace, draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { autosaveWords, type AutosaveWords } from './autosaveWords.viewModels.js';
import { answerFormFields } from './answerFields.viewModels.js';
import { ITEM_TYPES, type ItemType } from './edits/retypeItem.js';
import { placeMenu, type PlaceMenu } from './placeMenu.viewModels.js';

export type ItemPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  form: { action: string; hidden: { name: string; value: string }[]; submitLabel: string; autosave: AutosaveWords | null };
  checks: { heading: string; sentences: string[] } | null;
  wording: FormField[];
  more: { label: string; open: boolean; fields: FormField[] };
  answersHeading: string;
  answers: FormField[];
  /** The answers of the chosen list, with the way to change them. */
  options: { heading: string; labels: string[]; link: { label: string; href: string } } | null;
  condition: ConditionFields;
  naming: { heading: string; fields: FormField[] };
  /** The question as respondents meet it, kept up with what is saved; null for an item that is not there yet. */
  shown: { heading: string; title: string; src: string; languages: { code: string; label: string; href: string }[] } | null;
  place: PlaceMenu | null;
};

declare module '../../http/views.js' {
  interface Views {
    'design/item': ItemPage;
  }
}

interface ItemMaterial {
  draft: DraftRevision;
  /** Null for a new item. */
  item: Item | null;
  type: ItemType;
  section: string;
  /** What the fields show. */
  values: FormValues;
  /** The form as it was posted; null when the page is opened. */
  posted: FormValues | null;
  faults: FieldFault[];
  /** What the checks say of the item. */
  findings: readonly Finding[];
}

export function buildItemPage(language: Language, material: ItemMaterial): Omit<ItemPage, 'layout' | 'frame'> {
  const { draft, item, type, section, values, faults } = material;
  const t = textsIn(language);
  const address = draftAddress(draft.questionnaire);
  const written = textGroups(values, faults);
  const { text } = fieldsOf(values, faults);
  return {
    heading: item === null ? t('designStructure.new_item') : t('designStructure.edit_item', { id: item.id }),
    back: { label: t('designStructure.back_to_outline'), href: `${address}#${item ? `item-${item.id}` : `section-${section}`}` },
    summary: summaryOf(faults, t),
    form: {
      action: item === null ? `${address}/new-item` : `${address}/items/${item.id}`,
      hidden: [
        { name: '_revision', value: String(draft.revision) },
        ...(item === null
          ? [
              { name: '_section', value: section },
              { name: 'type', value: type },
            ]
          : []),
      ],
      submitLabel: item === null ? t('designStructure.add_item') : t('designStructure.save'),
      autosave: item === null ? null : autosaveWords(t),
    },
    checks:
      material.findings.length === 0
        ? null
        : {
            heading: t('designStructure.checks_here'),
            sentences: material.findings.map((finding) => findingInWords(finding, language)),
          },
    wording: [written('text', t('designStructure.wording'), t('designStructure.wording_hint'), 3)],
    more: {
      label: t('designStructure.lead_and_hint'),
      open: ['lead', 'hint'].some((name) => LANGUAGES.some((code) => (values[`${name}.${code}`] ?? '') !== '')),
      fields: [
        written('lead', t('designStructure.lead'), t('designStructure.lead_hint'), 2),
        written('hint', t('designStructure.hint'), t('designStructure.hint_hint'), 2),
      ],
    },
    answersHeading: t('designStructure.answers'),
    answers: [
      ...(item === null ? [] : [typeMenu(values, faults, t)]),
      ...answerFormFields(type, { values, faults, definition: draft.definition, language }),
    ],
    options: item === null ? null : shownOptions(draft, item, language),
    condition: conditionOf(language, material),
    naming: {
      heading: t('designStructure.naming'),
      fields: [
        text('id', t('designStructure.id'), {
          hint: idHint(item, t),
        }),
        text('source', t('designStructure.source'), { hint: t('designStructure.source_hint') }),
      ],
    },
    shown: item === null ? null : shownQuestion(draft, item, language),
    place: item === null ? null : placeMenu(draft, item, language),
  };
}

function shownQuestion({ questionnaire }: DraftRevision, { id }: Item, language: Language): ItemPage['shown'] {
  const t = textsIn(language);
  const address = (code: string) => `${draftAddress(questionnaire)}/preview/item/${id}/${code}`;
  return {
    heading: t('design.question_shown'),
    title: t('design.question_shown_title', { id }),
    src: address(language),
    languages: LANGUAGES.map((code) => ({ code, label: languageNames[code], href: address(code) })),
  };
}

/** One text in three languages side by side. */
function textGroups(values: FormValues, faults: FieldFault[]) {
  const { text } = fieldsOf(values, faults);
  return (name: string, label: string, hint: string, rows: number): FormField => ({
    kind: 'group',
    label,
    hint,
    fields: LANGUAGES.map((code) => text(`${name}.${code}`, languageNames[code], { lang: code, rows })),
  });
}

/** What the name is for, and under which names earlier versions stored the item. */
function idHint(item: Item | null, t: Texts): string {
  if (item === null) return t('designStructure.id_hint_new');
  const { formerIds = [] } = item;
  const former = formerIds.length === 0 ? [] : [t('designStructure.former_ids', { ids: formerIds.join(', ') })];
  return [t('designStructure.id_hint'), ...former].join(' ');
}

function typeMenu(values: FormValues, faults: FieldFault[], t: Texts): FormField {
  const options = ITEM_TYPES.map((value) => ({ value, label: t(`designStructure.type_${value}`) }));
  return fieldsOf(values, faults).select('type', t('designStructure.type'), options, { hint: t('designStructure.type_hint') });
}

function shownOptions({ definition, questionnaire }: DraftRevision, item: Item, language: Language): ItemPage['options'] {
  const t = textsIn(language);
  const place =
    'list' in item
      ? { part: 'list' as const, id: item.list }
      : 'scale' in item
        ? { part: 'scale' as const, id: item.scale }
        : null;
  if (place === null) return null;
  return {
    heading: t('designStructure.options_now'),
    labels: optionsOf(definition, item).map(({ code, label }) => `${code} ${label ? textIn(label, language) : ''}`.trim()),
    link: { label: t('designStructure.edit_options'), href: `${addressOfPlace(questionnaire, place)}?item=${item.id}` },
  };
}

function conditionOf(language: Language, { draft, item, section, posted, faults }: ItemMaterial): ConditionFields {
  const t = textsIn(language);
  const { definition } = draft;
  const offered = item ? comparableQuestionsBefore(definition, item.id) : comparableQuestions(until(definition, section));
  return conditionFields({
    prefix: 'when',
    heading: t('designStructure.condition'),
    hint: t('designStructure.condition_hint'),
    condition: item?.when,
    values: posted,
    faults,
    definition,
    offered,
    moment: 'asked',
    language,
  });
}

/** What is asked before the end of a section. */
function until(definition: Definition, section: string): Definition {
  const at = definition.sections.findIndex(({ id }) => id === section);
  return { ...definition, sections: definition.sections.slice(0, at + 1) };
}
