import type { LocalizedText, Town } from '../../survey-definitions/contract/index.js';
import type { PageModel } from '../http/views.js';
import { textsIn, type Language } from '../i18n/index.js';
import type { ChoiceView } from './question.viewModels.js';
import type { ErrorSummary } from './questionPage.viewModels.js';

export type TownPage = PageModel & {
  title: string;
  heading: string;
  languagesHeading: string;
  introduction: string;
  action: string;
  question: string;
  summary: ErrorSummary | null;
  message: string | null;
  errorPrefix: string;
  towns: ChoiceView[];
  next: string;
};

declare module '../http/views.js' {
  interface Views {
    'respond/town': TownPage;
  }
}

interface TownChoice {
  heading: string;
  introduction: string;
  question: LocalizedText;
  towns: Town[];
  action: string;
  missing: boolean;
  language: Language;
}

/** The choice of a town, where a link does not set it. */
export function buildTownPage({
  heading,
  introduction,
  question,
  towns,
  action,
  missing,
  language,
}: TownChoice): Omit<TownPage, 'layout'> {
  const t = textsIn(language);
  const message = missing ? t('interface.ui_answer_needed_screening') : null;
  const views = towns.map((town) => ({
    id: `town-${town.id}`,
    name: 'town',
    value: town.id,
    label: town.name[language],
    named: true,
    spoken: null,
    checked: false,
    text: null,
  }));
  return {
    title: missing ? `${t('interface.ui_error_prefix')} ${heading}` : heading,
    heading,
    languagesHeading: t('interface.ui_choose_language'),
    introduction,
    action,
    question: question[language],
    summary:
      message === null
        ? null
        : {
            heading: t('interface.ui_error_heading'),
            note: message,
            faults: [{ href: `#${views[0]?.id ?? 'town'}`, question: question[language], message: null }],
          },
    message,
    errorPrefix: t('interface.ui_error_prefix'),
    towns: views,
    next: t('interface.ui_next'),
  };
}
