import { cell, column, type TableModel } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type TextKey } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import type { DraftsService } from '../questionnaires/drafts.service.js';

export type HistoryPage = PageModel & { frame: DraftFrame; heading: string; explanation: string; table: TableModel };

declare module '../../http/views.js' {
  interface Views {
    'design/history': HistoryPage;
  }
}

type DraftStep = Awaited<ReturnType<DraftsService['listSteps']>>[number];

/** The time of the towns: one for the whole country. */
const TIME_ZONE = 'Asia/Almaty';

export function buildHistoryPage(language: Language, steps: readonly DraftStep[]): Omit<HistoryPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  return {
    heading: t('designVersions.history_title'),
    explanation: t('designVersions.history_explanation'),
    table: {
      id: 'steps',
      heading: t('designVersions.history_title'),
      columns: [column(t('designVersions.col_step')), column(t('designVersions.col_who')), column(t('designVersions.col_when'))],
      rows: steps.map(({ deed, by, at }) => [
        cell(t(deed.key as TextKey, deed.values)),
        cell(by),
        cell(formatDate(dayOf(at), language), { note: timeOf(at) }),
      ]),
      empty: t('designVersions.no_steps'),
    },
  };
}

function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(at);
}

function timeOf(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' }).format(at);
}
