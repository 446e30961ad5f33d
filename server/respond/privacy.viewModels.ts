import type { PageModel } from '../http/views.js';
import { textsIn, type Language } from '../i18n/index.js';

export type PrivacyPage = PageModel & {
  heading: string;
  lead: string;
  sections: { heading: string; paragraphs: string[]; points: string[] }[];
};

declare module '../http/views.js' {
  interface Views {
    'respond/privacy': PrivacyPage;
  }
}

/** What is stored, what is not, and the limit of the claim, in plain words. */
export function buildPrivacyPage(language: Language, draftDays: number): Omit<PrivacyPage, 'layout'> {
  const t = textsIn(language);
  return {
    heading: t('respond.privacyTitle'),
    lead: t('respond.privacyLead'),
    sections: [
      {
        heading: t('respond.privacyStoredHeading'),
        paragraphs: [],
        points: [
          t('respond.privacyStoredAnswers'),
          t('respond.privacyStoredTown'),
          t('respond.privacyStoredDate'),
          t('respond.privacyStoredDuration'),
        ],
      },
      {
        heading: t('respond.privacyNotStoredHeading'),
        paragraphs: [],
        points: [t('respond.privacyNotStoredName'), t('respond.privacyNotStoredDevice'), t('respond.privacyNotStoredLink')],
      },
      {
        heading: t('respond.privacyUnfinishedHeading'),
        paragraphs: [t('respond.privacyUnfinished', { days: draftDays })],
        points: [],
      },
      { heading: t('respond.privacySentHeading'), paragraphs: [t('respond.privacySent')], points: [] },
      {
        heading: t('respond.privacyLimitHeading'),
        paragraphs: [t('respond.privacyClaim'), t('respond.privacyLimit')],
        points: [],
      },
      { heading: t('respond.privacyResultsHeading'), paragraphs: [t('respond.privacyResults')], points: [] },
    ],
  };
}
