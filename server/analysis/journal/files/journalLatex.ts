import { textsIn, type Language } from '../../../i18n/index.js';
import { latexFigures } from '../table/figureText.js';
import type { JournalTable } from '../table/journalTable.js';
import { journalTextFrom } from '../table/journalText.viewModels.js';
import { latexEscaped } from './latexEscaped.js';

/** A journal table for LaTeX: a `table` to paste or `\input` into an article that loads booktabs. */
export function journalLatexFrom(table: JournalTable, { caption, language }: { caption: string; language: Language }): string {
  const t = textsIn(language);
  const { columns, terms, footer, notes } = journalTextFrom(table, t, latexFigures(language));
  const origins = columns.some(({ origin }) => origin !== null);
  return [
    `% ${commented(t('journal.latex_packages'))}`,
    '\\begin{table}',
    '\\centering',
    `\\caption{${latexEscaped(caption)}}`,
    '\\small',
    `\\begin{tabular}{l*{${String(columns.length)}}{c}}`,
    '\\toprule',
    line('', columns.map(({ name }) => latexEscaped(name))),
    line('', columns.map(({ response }) => latexEscaped(response))),
    ...(origins ? [line('', columns.map(({ origin }) => `\\textit{${latexEscaped(origin ?? '')}}`))] : []),
    '\\midrule',
    ...terms.flatMap(({ label, cells }) => [
      line(latexEscaped(label), cells.map((cell) => cell && formula(`${cell.estimate}${cell.stars && `^{${cell.stars}}`}`))),
      line('', cells.map((cell) => cell?.error && formula(cell.error))),
    ]),
    '\\midrule',
    ...footer.map(({ label, values }) => line(latexEscaped(label), values.map(footerCell))),
    '\\bottomrule',
    '\\end{tabular}',
    ...notes.map((note) => `\\par\\smallskip\\footnotesize ${latexEscaped(note)}`),
    '\\end{table}',
    '',
  ].join('\n'); // prettier-ignore
}

function line(label: string, cells: readonly (string | null | undefined)[]): string {
  return `${[label, ...cells.map((cell) => cell ?? '')].join(' & ')} \\\\`;
}

function formula(text: string): string {
  return `$${text}$`;
}

/** Figures of the footer are formulas, words are words. */
function footerCell(text: string): string {
  return /^[<\s\d.,{}-]+$/.test(text) ? formula(text.replace(/\s/g, '')) : latexEscaped(text);
}

function commented(text: string): string {
  return text.replaceAll('\n', ' ');
}
