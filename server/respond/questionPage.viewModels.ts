import { partsOf, type Answers, type Definition, type Page } from '../../survey-definitions/contract/index.js';
import type { PageModel } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { inFacetOrder } from './facetOrder.js';
import { buildQuestion, type QuestionView } from './question.viewModels.js';
import type { FormFields, QuestionFault } from './questionForm.js';
import type { Wording } from './wording.js';

/** Stands above a form that comes again: each fault with a link to its question. */
export interface ErrorSummary {
  heading: string;
  note: string | null;
  /** The message is null where the note says it for all. */
  faults: { href: string; question: string; message: string | null }[];
}

export interface Progress {
  words: string;
  /** One step per part, for the decorative bar. */
  steps: ('done' | 'now' | 'ahead')[];
}

/** A form with questions, as the opening and every later page draw it. */
export interface QuestionForm {
  title: string;
  action: string;
  summary: ErrorSummary | null;
  /** Hidden fields beside the token against forged forms. */
  hidden: { name: string; value: string }[];
  questions: QuestionView[];
  next: string;
  back: string | null;
  stop: string | null;
  savedNote: string | null;
}

export type QuestionPage = PageModel & { form: QuestionForm; progress: Progress | null; heading: string; hint: string | null };

export type OpeningPage = PageModel & {
  form: QuestionForm;
  languagesHeading: string;
  heading: string;
  introduction: string;
  consent: string[];
};

declare module '../http/views.js' {
  interface Views {
    'respond/question': QuestionPage;
    'respond/opening': OpeningPage;
  }
}

/** What a page of questions is drawn from. */
export interface ShownPage {
  definition: Definition;
  wording: Wording;
  page: Page;
  fields: FormFields;
  faults: QuestionFault[];
  facetOrder: string[][];
  action: string;
  hidden: { name: string; value: string }[];
}

export function buildOpening(shown: ShownPage & { started: boolean }): Omit<OpeningPage, 'layout'> {
  const { definition, wording } = shown;
  const t = textsIn(wording.language);
  const heading = wording.of(definition.title);
  return {
    form: {
      ...buildForm(shown, heading),
      title: titled(heading, null, shown),
      next: t(shown.started ? 'interface.ui_next' : 'interface.ui_start'),
    },
    languagesHeading: t('interface.ui_choose_language'),
    heading,
    introduction: wording.of(definition.introduction),
    consent: definition.consent.flatMap((paragraph) => wording.sentencesOf(paragraph)),
  };
}

export function buildQuestionPage(shown: ShownPage & { answers: Answers; pages: readonly Page[] }): Omit<QuestionPage, 'layout'> {
  const { definition, wording, page, answers } = shown;
  const t = textsIn(wording.language);
  const { section } = page;
  const heading = section.title ? wording.of(section.title) : t('respond.firstQuestions');
  const startsSection = shown.pages.find((other) => other.section.id === section.id)?.id === page.id;
  return {
    form: {
      ...buildForm(shown, heading),
      back: t('interface.ui_back'),
      stop: t('interface.ui_stop'),
      savedNote: t('respond.savedAfterEachPage'),
    },
    progress: buildProgress(definition, answers, section.id, wording),
    heading,
    hint: section.hint && startsSection ? wording.of(section.hint) : null,
  };
}

function buildForm(shown: ShownPage, heading: string): QuestionForm {
  const { definition, wording, page, fields, faults, facetOrder, action, hidden } = shown;
  const questions = inFacetOrder(page.items, facetOrder).map((item) =>
    buildQuestion(item, { definition, wording, fields, faults }),
  );
  return {
    title: titled(heading, wording.of(definition.title), shown),
    action,
    summary: buildSummary(questions, wording),
    hidden,
    questions,
    next: textsIn(wording.language)('interface.ui_next'),
    back: null,
    stop: null,
    savedNote: null,
  };
}

function buildSummary(questions: QuestionView[], wording: Wording): ErrorSummary | null {
  const t = textsIn(wording.language);
  const faults = questions.flatMap(({ firstControl, ask, message }) =>
    message === null ? [] : [{ href: `#${firstControl}`, question: ask, message }],
  );
  if (faults.length === 0) return null;
  const shared = new Set(faults.map((fault) => fault.message)).size === 1 ? faults[0]?.message : undefined;
  const saved = faults.length < questions.length ? [t('respond.otherAnswersSaved')] : [];
  return {
    heading: t('interface.ui_error_heading'),
    note: [...(shared === undefined ? [] : [shared]), ...saved].join(' ') || null,
    faults: shared === undefined ? faults : faults.map((fault) => ({ ...fault, message: null })),
  };
}

function buildProgress(definition: Definition, answers: Answers, sectionId: string, wording: Wording): Progress | null {
  const parts = partsOf(definition, answers).map((section) => section.id);
  const at = parts.indexOf(sectionId);
  if (at < 0) return null;
  return {
    words: textsIn(wording.language)('interface.ui_part', { n: at + 1, total: parts.length }),
    steps: parts.map((_, step) => (step < at ? 'done' : step === at ? 'now' : 'ahead')),
  };
}

function titled(heading: string, survey: string | null, { faults, wording }: ShownPage): string {
  const prefix = faults.length > 0 ? `${textsIn(wording.language)('interface.ui_error_prefix')} ` : '';
  return `${prefix}${survey === null ? heading : `${heading} – ${survey}`}`;
}
