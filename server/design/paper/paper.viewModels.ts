import {
  fillPlaceholders,
  PLACEHOLDERS,
  type Definition,
  type Item,
  type LocalizedText,
  type PlaceholderValues,
  type Section,
} from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { LANGUAGES, languageNames, textsIn, type Language } from '../../i18n/index.js';
import { textIn } from '../editing/draftFrame.viewModels.js';
import { buildPaperQuestion, type PaperContext, type PaperQuestion } from './paperQuestion.viewModels.js';
import { questionNumbersOf } from './questionNumbers.js';
import { CONSENT } from '../rules/consentRule.js';

/** Where a wave has not said what belongs there. */
const LINE_TO_FILL_IN = '____________________';
interface PaperSection {
  title: string | null;
  hint: string | null;
  questions: PaperQuestion[];
}

/** The whole questionnaire in one language. */
export interface PaperForm {
  language: Language;
  title: string;
  introduction: string;
  consent: string[];
  number: string;
  date: string;
  town: string;
  /** Boxes of the towns where there are several; empty where there is one, or where none is known. */
  towns: string[];
  howTo: { heading: string; points: string[] };
  consentQuestions: PaperQuestion[];
  sections: PaperSection[];
  thanks: string;
  handBack: string;
}

export interface PaperPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  hint: string;
  choices: { label: string; href: string; lang: Language | null; current: boolean }[];
  forms: PaperForm[];
}

declare module '../../http/views.js' {
  interface Views {
    'design/paper': PaperPage;
  }
}

/** What a wave knows of the form: names of its towns and the values of placeholders. */
export interface PaperFilling {
  towns: LocalizedText[];
  placeholders: Record<Language, PlaceholderValues>;
}

export interface PaperMaterial {
  layout: Layout;
  language: Language;
  definition: Definition;
  back: PaperPage['back'];
  /** All three languages, one form after the other. */
  allLanguages: boolean;
  /** What the address of the page asks beside the language, ready to be followed by it. */
  query?: string;
  /** Without a wave its facts are lines to fill in. */
  filling?: PaperFilling;
}

/** A questionnaire to be printed and filled in by hand. */
export function buildPaperPage({
  layout,
  language,
  definition,
  back,
  allLanguages,
  query = '',
  filling,
}: PaperMaterial): PaperPage {
  const t = textsIn(language);
  const languages = allLanguages ? LANGUAGES : [language];
  return {
    layout,
    heading: t('paper.heading', { title: textIn(definition.title, language) }),
    back,
    hint: t('paper.print_hint'),
    choices: [
      ...LANGUAGES.map((code) => ({
        label: languageNames[code],
        href: `?${query}lang=${code}`,
        lang: code,
        current: !allLanguages && code === language,
      })),
      { label: t('paper.all_languages'), href: `?${query}languages=all`, lang: null, current: allLanguages },
    ],
    forms: languages.map((code) => formIn(code, definition, filling)),
  };
}

function formIn(language: Language, definition: Definition, filling: PaperFilling | undefined): PaperForm {
  const t = textsIn(language);
  const values = filling?.placeholders[language] ?? linesToFillIn(definition);
  const wordsOf = (text: LocalizedText): string => fillPlaceholders(textIn(text, language), values);
  const context: PaperContext = { definition, numbers: questionNumbersOf(definition), language, wordsOf };
  const towns = filling?.towns.map((name) => name[language]) ?? [];
  const isConsent = ({ id }: Item): boolean => id === CONSENT;
  const consentItems = definition.sections.flatMap(({ items }) => items.filter(isConsent));
  return {
    language,
    title: wordsOf(definition.title),
    introduction: wordsOf(definition.introduction),
    consent: definition.consent.flatMap((paragraph) => sentencesOf(textIn(paragraph, language), values)),
    number: t('paper.form_number'),
    date: t('paper.date'),
    town: towns.length > 1 ? wordsOf(definition.townQuestion) : t('paper.town', { town: towns[0] ?? LINE_TO_FILL_IN }),
    towns: towns.length > 1 ? towns : [],
    howTo: {
      heading: t('paper.how_heading'),
      points: (['how_mark', 'how_next', 'how_codes', 'how_wrong'] as const).map((key) => t(`paper.${key}`)),
    },
    consentQuestions: consentItems.map((item) => buildPaperQuestion(item, context)),
    sections: definition.sections
      .map((section) => ({ ...section, items: section.items.filter((item) => !isConsent(item)) }))
      .filter(({ items }) => items.length > 0)
      .map((section) => sectionOf(section, context)),
    thanks: t('paper.thanks'),
    handBack: t('paper.hand_back'),
  };
}

function sectionOf({ title, hint, items }: Section, context: PaperContext): PaperSection {
  return {
    title: title ? context.wordsOf(title) : null,
    hint: hint ? context.wordsOf(hint) : null,
    questions: items.map((item) => buildPaperQuestion(item, context)),
  };
}

/** Split before filling, so that a name with full stops stays whole. */
function sentencesOf(text: string, values: PlaceholderValues): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}«"{])/u).map((sentence) => fillPlaceholders(sentence, values));
}

function linesToFillIn({ minutes }: Definition): PlaceholderValues {
  return { ...Object.fromEntries(PLACEHOLDERS.map((name) => [name, LINE_TO_FILL_IN])), minutes: String(minutes) };
}
