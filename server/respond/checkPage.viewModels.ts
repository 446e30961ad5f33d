import { isQuestion, type Answers, type Definition, type Page } from '../../survey-definitions/contract/index.js';
import type { PageModel } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { answerInWords } from './answerInWords.js';
import { inFacetOrder } from './facetOrder.js';
import { emphasised } from './question.viewModels.js';
import type { Wording } from './wording.js';

export type CheckPage = PageModel & {
  title: string;
  heading: string;
  hint: string;
  sections: {
    heading: string;
    answers: { question: string; answer: string; special: boolean; change: string; changeSpoken: string; href: string }[];
  }[];
  action: string;
  submission: string;
  send: string;
  stop: { label: string; href: string };
};

declare module '../http/views.js' {
  interface Views {
    'respond/check': CheckPage;
  }
}

interface Checked {
  definition: Definition;
  wording: Wording;
  pages: Page[];
  answers: Answers;
  facetOrder: string[][];
  address: string;
  submission: string;
}

/** All answers in words, each with a way to change it. */
export function buildCheckPage(checked: Checked): Omit<CheckPage, 'layout'> {
  const { definition, wording, pages, address } = checked;
  const t = textsIn(wording.language);
  const heading = t('interface.ui_check_heading');
  const sections = [...new Set(pages.map((page) => page.section))];
  return {
    title: `${heading} – ${wording.of(definition.title)}`,
    heading,
    hint: t('respond.checkHint'),
    sections: sections
      .map((section) => ({
        heading: section.title ? wording.of(section.title) : t('respond.firstQuestions'),
        answers: pages
          .filter((page) => page.section === section && page !== pages[0])
          .flatMap((page) => answersOn(page, checked)),
      }))
      .filter((section) => section.answers.length > 0),
    action: `${address}/submit`,
    submission: checked.submission,
    send: t('interface.ui_submit'),
    stop: { label: t('interface.ui_stop'), href: `${address}/stop` },
  };
}

function answersOn(page: Page, { definition, wording, answers, facetOrder, address }: Checked) {
  const t = textsIn(wording.language);
  return inFacetOrder(page.items, facetOrder)
    .filter(isQuestion)
    .map((item) => {
      const question = emphasised(item, wording).ask;
      const { words, special } = answerInWords(definition, item, answers, wording);
      return {
        question,
        answer: words,
        special,
        change: t('interface.ui_change'),
        changeSpoken: t('respond.changeAnswer', { question }),
        href: `${address}/q/${page.id}?change=1#${item.id}`,
      };
    });
}
