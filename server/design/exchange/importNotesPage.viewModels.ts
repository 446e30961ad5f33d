import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import { noteLines, type NoteLine } from './importNotes.viewModels.js';
import type { ImportNote } from './importResult.js';

export type ImportNotesPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  notes: NoteLine[];
  /** Said where everything was taken over. */
  nothing: string;
  goOn: { label: string; href: string };
  discard: { label: string; href: string };
};

declare module '../../http/views.js' {
  interface Views {
    'design/importNotes': ImportNotesPage;
  }
}

export function buildImportNotesPage(
  language: Language,
  questionnaire: string,
  notes: readonly ImportNote[],
): Omit<ImportNotesPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const address = draftAddress(questionnaire);
  return {
    heading: t('designExchange.notes_title'),
    explanation: t('designExchange.notes_explanation'),
    notes: noteLines(notes, language),
    nothing: t('designExchange.no_notes'),
    goOn: { label: t('designExchange.notes_go_on'), href: address },
    discard: { label: t('designExchange.notes_discard'), href: `${address}/discard` },
  };
}
