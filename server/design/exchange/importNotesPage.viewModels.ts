import type { TableModel } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import { notesTable } from './importNotes.viewModels.js';
import type { ImportNote } from './importResult.js';

export type ImportNotesPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  notes: TableModel;
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
  const heading = t('designExchange.notes_title');
  const address = draftAddress(questionnaire);
  return {
    heading,
    explanation: t('designExchange.notes_explanation'),
    notes: notesTable(heading, notes, language),
    goOn: { label: t('designExchange.notes_go_on'), href: address },
    discard: { label: t('designExchange.notes_discard'), href: `${address}/discard` },
  };
}
