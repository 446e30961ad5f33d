import { textsIn, type Language } from '../../../i18n/index.js';
import { latexFigures } from '../table/figureText.js';
import { journalParts } from '../table/journalParts.js';
import type { JournalTable } from '../table/journalTable.js';
import { journalTextFrom, type JournalText } from '../table/journalText.viewModels.js';
import { latexEscaped } from './latexEscaped.js';

/** Longer words than these break into lines, so that a table of four columns fits into the text of an article. */
const LONGEST_HEADING = 12;
const LONGEST_LABEL = 20;

/** A journal table for LaTeX: a `table` (several of one number if it is wide) for an article that loads booktabs. */
export function journalLatexFrom(table: JournalTable, { caption, language }: { caption: string; language: Language }): string {
  const t = textsIn(language);
  const parts = journalParts(journalTextFrom(table, t, latexFigures(language)));
  return [
    ...(['latex_packages', 'latex_unicode'] as const).map((line) => `% ${t(`journal.${line}`)}`),
    ...parts.flatMap((part, at) => [
      '\\begin{table}',
      ...(at === 0 ? [] : ['\\addtocounter{table}{-1}']),
      '\\centering',
      `\\caption{${latexEscaped(parts.length === 1 ? caption : `${caption} (${at + 1}/${parts.length})`)}}`,
      '\\footnotesize\\setlength{\\tabcolsep}{3pt}',
      ...tabular(part),
      ...notesBelow(part),
      '\\end{table}',
    ]),
    '',
  ].join('\n');
}

function tabular({ columns, terms, footer }: JournalText): string[] {
  const origins = columns.some(({ origin }) => origin !== null);
  return [
    `\\begin{tabular}{l*{${String(columns.length)}}{c}}`,
    '\\toprule',
    line('', columns.map(({ name }) => words(name))),
    line('', columns.map(({ response }) => words(response))),
    ...(origins ? [line('', columns.map(({ origin }) => `\\textit{${words(origin ?? '')}}`))] : []),
    '\\midrule',
    ...terms.flatMap(({ label, cells }) => [
      line(labelled(label), cells.map((cell) => cell && formula(`${cell.estimate}${cell.stars && `^{${cell.stars}}`}`))),
      line('', cells.map((cell) => cell?.error && formula(cell.error))),
    ]),
    '\\midrule',
    ...footer.map(({ label, values }) => line(labelled(label), values.map(footerCell))),
    '\\bottomrule',
    '\\end{tabular}',
  ]; // prettier-ignore
}

function notesBelow({ notes }: JournalText): string[] {
  if (notes.length === 0) return [];
  const lines = notes.map((note) => `${latexEscaped(note)}\\par`);
  return ['\\par\\smallskip', '\\parbox{\\linewidth}{\\raggedright', ...lines, '}'];
}

function line(label: string, cells: readonly (string | null | undefined)[]): string {
  return `${[label, ...cells.map((cell) => cell ?? '')].join(' & ')} \\\\`;
}

function formula(text: string): string {
  return `$${text}$`;
}

/** Figures of the footer are formulas, words are words. */
function footerCell(text: string): string {
  return /^[<\s\d.,{}-]+$/.test(text) ? formula(text.replace(/\s/g, '')) : words(text);
}

function words(text: string): string {
  const escaped = latexEscaped(text);
  return text.length > LONGEST_HEADING ? `\\parbox[t]{2cm}{\\centering ${escaped}\\strut}` : escaped;
}

function labelled(text: string): string {
  const escaped = latexEscaped(text);
  return text.length > LONGEST_LABEL ? `\\parbox[t]{3cm}{\\raggedright ${escaped}\\strut}` : escaped;
}
