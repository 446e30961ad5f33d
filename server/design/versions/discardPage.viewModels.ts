import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';

export type DiscardPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  confirm: { label: string; action: string; revision: number };
  keep: { label: string; href: string };
};

declare module '../../http/views.js' {
  interface Views {
    'design/discard': DiscardPage;
  }
}

export function buildDiscardPage(
  language: Language,
  { questionnaire, revision }: DraftRevision,
): Omit<DiscardPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const address = draftAddress(questionnaire);
  return {
    heading: t('designVersions.discard_title'),
    explanation: t('designVersions.discard_explanation'),
    confirm: { label: t('designVersions.discard_confirm'), action: `${address}/discard`, revision },
    keep: { label: t('designVersions.discard_keep'), href: `${address}/publish` },
  };
}
