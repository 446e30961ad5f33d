import type { Wave } from '../fieldwork/index.js';
import type { PageModel } from '../http/views.js';
import { formatDate, textsIn, type Language } from '../i18n/index.js';

/** A form of buttons only: each sends its choice. */
export interface ChoiceForm {
  action: string;
  hidden: { name: string; value: string }[];
  buttons: { label: string; value: string; primary: boolean; hint: string | null }[];
}

/** A page that says one thing and offers at most a few ways on. */
export type NoticePage = PageModel & {
  heading: string;
  paragraphs: string[];
  form: ChoiceForm | null;
  links: { label: string; href: string }[];
};

declare module '../http/views.js' {
  interface Views {
    'respond/notice': NoticePage;
  }
}

type Notice = Omit<NoticePage, 'layout'>;

export function unknownLinkNotice(language: Language): Notice {
  const t = textsIn(language);
  return notice(t('respond.noSurveyHeading'), [t('interface.txt_unknown_link')]);
}

/** Why no questionnaire can be started now. */
export function noEntryNotice(heading: string, wave: Wave, entry: 'not-yet' | 'paused' | 'closed', language: Language): Notice {
  const t = textsIn(language);
  if (entry === 'closed') return closedNotice(heading, language);
  const date = formatDate(wave.opens, language);
  return notice(heading, [entry === 'paused' ? t('interface.txt_paused') : t('interface.txt_not_yet_open', { date })]);
}

export function closedNotice(heading: string, language: Language): Notice {
  return notice(heading, [textsIn(language)('interface.txt_closed')]);
}

export function plainNotice(heading: string, text: string): Notice {
  return notice(heading, [text]);
}

interface Ended {
  heading: string;
  text: string;
  language: Language;
  /** Where another person may begin on the same phone; null where a link is meant for one person. */
  another: { action: string; hidden: ChoiceForm['hidden'] } | null;
  /** The live page of the town, on a demonstration. */
  townHref: string | null;
}

/** After the submission: thanks, or the word that the answers are there already. */
export function submittedNotice({ heading, text, language, another, townHref }: Ended): Notice {
  const t = textsIn(language);
  const button = { label: t('interface.ui_another_person'), value: 'another', primary: false, hint: null };
  return {
    heading,
    paragraphs: text === '' ? [] : [text],
    form: another && { ...another, buttons: [button] },
    links: townHref === null ? [] : [{ label: t('respond.seeTown'), href: townHref }],
  };
}

export function unfinishedNotice(language: Language, action: string, hidden: ChoiceForm['hidden']): Notice {
  const t = textsIn(language);
  return {
    heading: t('interface.ui_unfinished_heading'),
    paragraphs: [t('respond.unfinishedHint')],
    form: {
      action,
      hidden,
      buttons: [
        { label: t('interface.ui_continue'), value: 'continue', primary: true, hint: null },
        { label: t('interface.ui_start_anew'), value: 'anew', primary: false, hint: null },
      ],
    },
    links: [],
  };
}

export function stopNotice(
  language: Language,
  { address, submission, canSend, back }: { address: string; submission: string; canSend: boolean; back: string },
): Notice {
  const t = textsIn(language);
  const send = { label: t('interface.ui_stop_send'), value: 'send', primary: false, hint: t('respond.sendPartHint') };
  return {
    heading: t('interface.ui_stop_heading'),
    paragraphs: [],
    form: {
      action: `${address}/stop`,
      hidden: [{ name: '_submission', value: submission }],
      buttons: [
        { label: t('interface.ui_stop_later'), value: 'later', primary: true, hint: null },
        { label: t('interface.ui_stop_delete'), value: 'delete', primary: false, hint: null },
        ...(canSend ? [send] : []),
      ],
    },
    links: [{ label: t('respond.backToQuestions'), href: back }],
  };
}

export function savedNotice(language: Language, lastDay: string, continueHref: string): Notice {
  const t = textsIn(language);
  return {
    ...notice(t('respond.savedHeading'), [t('interface.txt_saved', { date: formatDate(lastDay, language) })]),
    links: [{ label: t('interface.ui_continue'), href: continueHref }],
  };
}

function notice(heading: string, paragraphs: string[]): Notice {
  return { heading, paragraphs, form: null, links: [] };
}
