import type { JournalText } from '../../journal/table/journalText.viewModels.js';
import type { AnalysisWords } from './analysisWords.js';

/** Models side by side, with the files that they can be taken away in. */
export interface JournalPart {
  heading: string;
  text: JournalText;
  filesHeading: string;
  files: { label: string; href: string }[];
}

const FILES = [
  ['word', 'table.html'],
  ['latex', 'table.tex'],
  ['excel', 'table.csv?profile=excel-'],
  ['machine', 'table.csv'],
  ['r', 'analysis.R'],
  ['data', 'data.csv'],
] as const;

/** @param address of the analysis that the files are of */
export function journalPart(text: JournalText | null, address: string, { t, language }: AnalysisWords): JournalPart | null {
  return (
    text && {
      heading: t('regression.journal_heading'),
      text,
      filesHeading: t('regression.files_heading'),
      files: FILES.map(([kind, file]) => ({
        label: t(`regression.file_${kind}`),
        href: `${address}/${file}${kind === 'excel' ? language : ''}`,
      })),
    }
  );
}
