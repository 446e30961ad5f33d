import type { Language } from '../../../survey-definitions/contract/index.js';
import { summaryOf, type ErrorSummary, type FormField } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, languageNames, textsIn } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { fileAddress, translationAddress } from './addresses.js';
import { completenessOf } from './completeness.js';
import { filterFields } from './filterFields.viewModels.js';
import { groupName } from './groupNames.viewModels.js';
import { textGroupsOf, type TextGroup } from './textGroups.js';
import { chosenGroups, pagesOf } from './textSelection.js';
import { statesIn } from './textStates.js';
import { translatedTexts, type TranslatedText } from './translatedTexts.viewModels.js';
import type { TranslationMaterial } from './translationMaterial.js';
import { REVIEW_FIELD, NEXT_FIELD } from './translationForm.js';

export type TranslationPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  progress: { heading: string; languages: LanguageProgress[] };
  file: { label: string; href: string };
  filter: { action: string; fields: FormField[]; submitLabel: string };
  summary: ErrorSummary | null;
  shown: string;
  /** Null where there is nothing to translate. */
  form: TranslationForm | null;
  pages: { label: string; links: { label: string; href: string; current: boolean }[] } | null;
};

interface LanguageProgress {
  code: Language;
  name: string;
  percent: string;
  value: number;
  written: string;
  reviewed: string;
  missing: { label: string; href: string } | null;
}

interface TranslationForm {
  action: string;
  revision: number;
  groups: { name: string; texts: TranslatedText[] }[];
  buttons: { label: string; name: string; value: string; second: boolean }[];
}

declare module '../../http/views.js' {
  interface Views {
    'design/translation': TranslationPage;
  }
}

export function buildTranslationPage(material: TranslationMaterial): Omit<TranslationPage, 'layout' | 'frame'> {
  const { language, draft, choice, form, formBytes } = material;
  const t = textsIn(language);
  const groups = textGroupsOf(draft.definition);
  const pages = pagesOf(chosenGroups(groups, choice, statesIn(draft.statuses)), formBytes);
  const at = Math.min(choice.page, Math.max(1, pages.length));
  return {
    heading: t('designTranslation.title'),
    explanation: t('designTranslation.explanation'),
    progress: { heading: t('designTranslation.progress'), languages: progressOf(material) },
    file: { label: t('designTranslation.file_link'), href: fileAddress(draft.questionnaire) },
    filter: {
      action: translationAddress(draft.questionnaire),
      fields: filterFields(groups, draft.definition, choice, language),
      submitLabel: t('designTranslation.filter_show'),
    },
    summary: summaryOf(form.faults, t),
    shown: rangeInWords(pages, at, language),
    form: pages.length === 0 ? null : formOf(material, pages, at),
    pages: pages.length < 2 ? null : pageLinks(material, pages.length, at),
  };
}

function progressOf({ draft, language }: TranslationMaterial): LanguageProgress[] {
  const t = textsIn(language);
  const texts = textGroupsOf(draft.definition).flatMap((group) => group.texts);
  const number = (value: number): string => formatInteger(value, language);
  return completenessOf(texts, statesIn(draft.statuses)).map((one) => ({
    code: one.language,
    name: languageNames[one.language],
    percent: t('designTranslation.percent', { n: one.writtenPercent }),
    value: one.writtenPercent,
    written: t('designTranslation.written', { written: number(one.written), total: number(one.total) }),
    reviewed: t('designTranslation.reviewed', { reviewed: number(one.reviewed), backTranslated: number(one.backTranslated) }),
    missing:
      one.written === one.total
        ? null
        : {
            label: t('designTranslation.show_missing', { n: number(one.total - one.written) }),
            href: translationAddress(draft.questionnaire, { show: 'missing', language: one.language }),
          },
  }));
}

function rangeInWords(pages: readonly TextGroup[][], at: number, language: Language): string {
  const t = textsIn(language);
  const counts = pages.map((page) => page.reduce((sum, { texts }) => sum + texts.length, 0));
  const before = counts.slice(0, at - 1).reduce((sum, count) => sum + count, 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return t('designTranslation.no_texts');
  return t('designTranslation.range', { first: before + 1, last: before + (counts[at - 1] ?? 0), total });
}

function formOf(
  { draft, language, choice, form }: TranslationMaterial,
  pages: readonly TextGroup[][],
  at: number,
): TranslationForm {
  const t = textsIn(language);
  const groups = pages[at - 1] ?? [];
  const textsOfGroup = translatedTexts(
    groups.flatMap(({ texts }) => texts),
    { draft, language, choice, form },
  );
  const button = (label: string, name: string, value: string) => ({ label, name, value, second: true });
  return {
    action: translationAddress(draft.questionnaire, { ...choice, page: at }),
    revision: draft.revision,
    groups: groups.map((group) => ({ name: groupName(group.id, draft.definition, language), texts: textsOfGroup(group) })),
    buttons: [
      { ...button(t('designTranslation.save'), NEXT_FIELD, ''), second: false },
      ...(at < pages.length ? [button(t('designTranslation.save_and_next'), NEXT_FIELD, 'page')] : []),
      button(t('designTranslation.save_and_mark'), REVIEW_FIELD, 'reviewed'),
    ],
  };
}

function pageLinks({ draft, language, choice }: TranslationMaterial, count: number, at: number): TranslationPage['pages'] {
  const t = textsIn(language);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    label: t('designTranslation.pages'),
    links: numbers.map((page) => ({
      label: t('designTranslation.page_n', { n: page }),
      href: translationAddress(draft.questionnaire, { ...choice, page }),
      current: page === at,
    })),
  };
}
