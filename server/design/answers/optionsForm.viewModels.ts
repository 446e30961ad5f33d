import { LANGUAGES, type Item } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type ErrorSummary, type FormField, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { addressOfPlace, draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { autosaveWords, type AutosaveWords } from '../structure/autosaveWords.viewModels.js';
import { questionOf } from '../structure/itemWords.viewModels.js';
import { LAYOUTS } from './answersForm.js';
import { itemsWithAnswers, type AnswerKind } from './answerSets.js';
import { rowFields, type RowFields } from './optionRow.viewModels.js';
import { EMPTY_ROW, postedRows } from './optionRows.js';

export type OptionsPage = PageModel & {
  frame: DraftFrame;
  kind: AnswerKind;
  heading: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  form: { action: string; hidden: { name: string; value: string }[]; submitLabel: string; autosave: AutosaveWords | null };
  /** Said where several items share what is changed here. */
  shared: {
    words: string;
    items: { label: string; href: string }[];
    copy: { label: string; options: { value: string; label: string; selected: boolean }[]; submitLabel: string } | null;
  } | null;
  fields: FormField[];
  rowsHeading: string;
  rowsHint: string;
  columns: { code: string; labels: { lang: string; label: string }[]; ticks: string[] };
  rows: RowFields[];
  addRow: string;
  numbering: { heading: string; fields: FormField[]; submitLabel: string } | null;
  naming: FormField[];
  deeds: { value: string; label: string; explanation: string }[];
};

declare module '../../http/views.js' {
  interface Views {
    'design/options': OptionsPage;
  }
}

export interface OptionsMaterial {
  draft: DraftRevision;
  kind: AnswerKind;
  /** Null for a new scale or list. */
  id: string | null;
  /** The question from which the page was opened; empty for none. */
  item: string;
  values: FormValues;
  faults: FieldFault[];
}

export function buildOptionsPage(language: Language, material: OptionsMaterial): Omit<OptionsPage, 'layout' | 'frame'> {
  const { draft, kind, id, item, values, faults } = material;
  const t = textsIn(language);
  const address = draftAddress(draft.questionnaire);
  const { text, select } = fieldsOf(values, faults);
  const posted = postedRows(values);
  const rows = posted.length === 0 ? [1, 2].map((code) => ({ ...EMPTY_ROW, code: String(code) })) : posted;
  const users = id === null ? [] : itemsWithAnswers(draft.definition, kind, id);
  const layouts = LAYOUTS.map((value) => ({ value, label: t(`designStructure.layout_${value}`) }));
  return {
    kind,
    heading: id === null ? t(`designStructure.new_${kind}`) : t(`designStructure.edit_${kind}`, { id }),
    back: backFrom(draft, item, t),
    summary: summaryOf(faults, t),
    form: {
      action: id === null ? `${address}/new-${kind}` : `${address}/${kind}s/${id}`,
      hidden: [
        { name: '_revision', value: String(draft.revision) },
        { name: '_item', value: item },
      ],
      submitLabel: t('designStructure.save'),
      autosave: id === null ? null : autosaveWords(t),
    },
    shared: sharedBy(users, material, language),
    fields:
      kind === 'scale'
        ? [select('layout', t('designStructure.layout'), layouts, { hint: t('designStructure.layout_hint') })]
        : [],
    rowsHeading: t('designStructure.answers'),
    rowsHint: t(`designStructure.${kind}_rows_hint`),
    columns: {
      code: t('designStructure.code'),
      labels: LANGUAGES.map((lang) => ({ lang, label: languageNames[lang] })),
      ticks: [t(`designStructure.tick_${kind}`)],
    },
    rows: rows.map((row, at) => rowFields(row, at, rows.length, { kind, faults, t })),
    addRow: t('designStructure.add_row'),
    numbering:
      kind === 'list'
        ? null
        : {
            heading: t('designStructure.numbering'),
            fields: [
              text('_first', t('designStructure.numbering_first'), { short: true, inputmode: 'numeric' }),
              text('_last', t('designStructure.numbering_last'), { short: true, inputmode: 'numeric' }),
            ],
            submitLabel: t('designStructure.numbering_submit'),
          },
    naming: [text('id', t('designStructure.id'), { hint: t('designStructure.answers_id_hint') })],
    deeds: id === null ? [] : deedsOf(users.length, t),
  };
}

function backFrom({ questionnaire }: DraftRevision, item: string, t: Texts): OptionsPage['back'] {
  if (item === '') return { label: t('designStructure.back_to_answers'), href: `${draftAddress(questionnaire)}/answers` };
  return {
    label: t('designStructure.back_to_item', { id: item }),
    href: addressOfPlace(questionnaire, { part: 'item', id: item }),
  };
}

function sharedBy(users: Item[], { draft, item }: OptionsMaterial, language: Language): OptionsPage['shared'] {
  const t = textsIn(language);
  if (users.length === 0) return null;
  return {
    words: t('designStructure.used_by', { count: users.length }),
    items: users.map((user) => ({
      label: questionOf(user, language),
      href: addressOfPlace(draft.questionnaire, { part: 'item', id: user.id }),
    })),
    copy:
      users.length === 1
        ? null
        : {
            label: t('designStructure.copy_for'),
            options: users.map(({ id }) => ({ value: id, label: id, selected: id === item })),
            submitLabel: t('designStructure.copy_for_submit'),
          },
  };
}

function deedsOf(users: number, t: Texts): OptionsPage['deeds'] {
  return [
    { value: 'duplicate', label: t('designStructure.duplicate'), explanation: t('designStructure.duplicate_answers') },
    ...(users > 0
      ? []
      : [{ value: 'delete', label: t('designStructure.remove'), explanation: t('designStructure.delete_answers') }]),
  ];
}
