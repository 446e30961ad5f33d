import type { Language, Texts } from '../../../i18n/index.js';
import { pageFigures } from '../table/figureText.js';
import { journalParts } from '../table/journalParts.js';
import type { JournalTable } from '../table/journalTable.js';
import { journalTextFrom, type JournalText } from '../table/journalText.viewModels.js';
import type { ExportedAnalysis } from './exportedAnalysis.js';

/** A page of its own for word processors: a plain table without styles. */
interface JournalDocument {
  language: Language;
  title: string;
  responseLabel: string;
  /** `mark` tells several parts apart. */
  parts: (Pick<JournalText, 'columns' | 'terms' | 'footer'> & { mark: string | null; hasOrigins: boolean })[];
  notes: string[];
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
  const parts = journalParts(text);
  return {
    language,
    title: name,
    responseLabel: t('journal.response'),
    parts: parts.map(({ columns, terms, footer }, at) => ({
      columns,
      terms,
      footer,
      mark: parts.length === 1 ? null : `(${at + 1}/${parts.length})`,
      hasOrigins: columns.some(({ origin }) => origin !== null),
    })),
    notes: text.notes,
    origin: t('journal.r_source', { source: dataset.source === '' ? dataset.name : dataset.source }),
  };
}
