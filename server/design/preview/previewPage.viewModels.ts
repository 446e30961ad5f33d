import { LANGUAGES, type Language } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { languageNames, textsIn } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import type { StartingPoint } from './startingPoints.js';
import { subjectHead, type SubjectHead } from './subjectHead.viewModels.js';
import { phoneAddress, type PreviewSubject } from './subject.js';

/** What the little script keeps up to date while somebody walks inside the frame, and works without it from the beginning. */
interface FrameLink {
  label: string;
  href: string;
}

export type PreviewPage = PageModel &
  SubjectHead & {
    frame: DraftFrame | null;
    explanation: string;
    languagesLabel: string;
    languages: (FrameLink & { code: Language; current: boolean })[];
    phone: { src: string; title: string; base: string };
    alone: FrameLink;
    path: FrameLink;
    startsHeading: string;
    startsHint: string;
    starts: FrameLink[];
  };

declare module '../../http/views.js' {
  interface Views {
    'design/preview': PreviewPage;
  }
}

interface Shown {
  subject: PreviewSubject;
  /** The reader's. */
  language: Language;
  /** The respondent's. */
  phoneLanguage: Language;
  /** Where the frame begins, behind the language: `<walk>/q/<page>`; null for the opening. */
  at: string | null;
  starts: readonly StartingPoint[];
}

export function buildPreviewPage({ subject, language, phoneLanguage, at, starts }: Shown): Omit<PreviewPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const base = `${subject.address}/phone`;
  const src = at === null ? phoneAddress(subject, phoneLanguage, null) : `${base}/${phoneLanguage}/${at}`;
  const beginning = at === null ? '' : `&at=${encodeURIComponent(at)}`;
  return {
    ...subjectHead(subject, t('designPreview.title'), language),
    explanation: t('designPreview.explanation'),
    languagesLabel: t('designPreview.language_of_phone'),
    languages: LANGUAGES.map((code) => ({
      code,
      label: languageNames[code],
      href: `${subject.address}?language=${code}${beginning}`,
      current: code === phoneLanguage,
    })),
    phone: { src, title: t('designPreview.phone'), base },
    alone: { label: t('designPreview.alone'), href: src },
    path: { label: t('designPreview.path_link'), href: `${subject.address}/path` },
    startsHeading: t('designPreview.starts'),
    startsHint: t('designPreview.starts_hint'),
    starts: starts.map(({ name, step, walk }) => ({
      label: typeof name === 'string' ? t(`designPreview.start_${name}`) : name[language],
      href: `${phoneAddress(subject, phoneLanguage, walk)}${step}`,
    })),
  };
}
