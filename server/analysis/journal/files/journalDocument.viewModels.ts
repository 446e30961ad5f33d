import type { Language, Texts } from '../../../i18n/index.js';
import { pageFigures } from '../table/figureText.js';
import type { JournalTable } from '../table/journalTable.js';
import { journalTextFrom, type JournalText } from '../table/journalText.viewModels.js';
import type { ExportedAnalysis } from './exportedAnalysis.js';

/** A page of its own for word processors: a plain table without styles. */
interface JournalDocument {
  language: Language;
  title: string;
  responseLabel: string;
  text: JournalText;
  hasOrigins: boolean;
  /** Where the data are from. */
  origin: string;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/journalDocument': JournalDocument;
  }
}

export function buildJournalDocument(
  { name, dataset }: ExportedAnalysis,
  table: JournalTable,
  t: Texts,
  language: Language,
): JournalDocument {
  const text = journalTextFrom(table, t, pageFigures(language));
  return {
    language,
    title: name,
    responseLabel: t('journal.response'),
    text,
    hasOrigins: text.columns.some(({ origin }) => origin !== null),
    origin: t('journal.r_source', { source: dataset.source === '' ? dataset.name : dataset.source }),
  };
}
