import { csvFrom, EXCEL_WITH_COMMA, EXCEL_WITH_DOT, MACHINE, type Cell, type Dialect, type Table } from '../../../csv/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { decimalsOf, decimalsOfStatistic, printedDecimalsOf } from '../table/decimals.js';
import { pageFigures } from '../table/figureText.js';
import type { JournalCell, JournalColumn, JournalTable, Statistic } from '../table/journalTable.js';
import { errorsText, estimatorOf, journalNotes, statisticText, termLabel } from '../table/journalText.viewModels.js';

export const JOURNAL_PROFILES = ['machine', 'excel-kk', 'excel-ru', 'excel-en'] as const;
export type JournalProfile = (typeof JOURNAL_PROFILES)[number];

const SPREADSHEETS: Readonly<Record<Exclude<JournalProfile, 'machine'>, { language: Language; dialect: Dialect }>> = {
  'excel-kk': { language: 'kk', dialect: EXCEL_WITH_COMMA },
  'excel-ru': { language: 'ru', dialect: EXCEL_WITH_COMMA },
  'excel-en': { language: 'en', dialect: EXCEL_WITH_DOT },
};

/**
 * A journal table as CSV with three columns a model: estimate, stars, standard error. Each is a cell of its own, for a
 * spreadsheet takes `(0.006)` for −0.006 and `-0.518***` for a formula. Programs get codes and full precision, spreadsheets
 * the words and digits of the page, with its notes below.
 */
export function journalCsvFrom(table: JournalTable, profile: JournalProfile): AsyncGenerator<string> {
  if (profile === 'machine') return csvFrom(machineTable(table), MACHINE);
  const { language, dialect } = SPREADSHEETS[profile];
  return csvFrom(spreadsheetTable(table, language), dialect);
}

function machineTable({ columns, terms, statistics }: JournalTable): Table {
  const names = columns.map(({ name, origin }) => (origin === 'printed' ? `${name} printed` : name));
  return {
    columns: ['row', ...names.flatMap((name) => [name, `${name} stars`, `${name} standard error`])],
    rows: [
      ['data', ...spread(columns, ({ origin }) => (origin === 'estimated' ? 'as given' : origin))],
      ['response', ...spread(columns, ({ response }) => response)],
      ...terms.map(({ term, cells }) => [term, ...cells.flatMap((cell) => cellsOf(cell, (value) => value))]),
      ...statistics.map(({ statistic, values }) => [statistic, ...spread(values, (value) => value)]),
      ['estimator', ...spread(columns, estimatorCode)],
      ['standard errors', ...spread(columns, ({ origin, errors }) => (origin === 'printed' ? null : errors))],
    ],
  };
}

function spreadsheetTable(table: JournalTable, language: Language): Table {
  const t = textsIn(language);
  const { columns, terms, statistics } = table;
  const names = columns.map(({ name, origin }) => (origin === 'estimated' ? name : `${name} (${t(`journal.origin_${origin}`)})`));
  return {
    columns: [
      t('journal.csv_row'),
      ...names.flatMap((name) => [name, `${name}: ${t('journal.csv_stars')}`, `${name}: ${t('journal.csv_error')}`]),
    ],
    rows: [
      [t('journal.response'), ...spread(columns, ({ response }) => response)],
      ...terms.map(({ term, cells }) => [
        termLabel(term, t),
        ...cells.flatMap((cell, at) => cellsOf(cell, (value) => rounded(value, cellDecimals(cell, columns[at])))),
      ]),
      ...statistics.map(({ statistic, values }) => [
        t(`journal.statistic_${statistic}`),
        ...spread(values, (value) => (value === null ? null : statisticCell(statistic, value, language))),
      ]),
      [t('journal.estimator'), ...spread(columns, (column) => estimatorOf(column, t))],
      [t('journal.errors'), ...spread(columns, (column) => errorsText(column, t))],
      ...journalNotes(table, t).map((note) => [note]),
    ],
  };
}

/** The first of a model's three cells. */
function spread<Item>(items: readonly Item[], first: (item: Item) => Cell): Cell[] {
  return items.flatMap((item) => [first(item), null, null]);
}

function cellsOf(cell: JournalCell | null, digits: (value: number) => number): Cell[] {
  if (!cell) return [null, null, null];
  const { estimate, stars, standardError } = cell;
  return [digits(estimate), stars === '' ? null : stars, standardError === null ? null : digits(standardError)];
}

function cellDecimals(cell: JournalCell | null, column: JournalColumn | undefined): number {
  if (!cell) return 0;
  return column?.origin === 'printed' ? printedDecimalsOf(cell) : decimalsOf(cell);
}

/** As the page shows it; what its decimals would turn into zero keeps three digits. */
function rounded(value: number, decimals: number): number {
  const short = Number(value.toFixed(decimals));
  return short === 0 ? Number(value.toPrecision(3)) : short;
}

/** A p value too small for its decimals is told in words, as on the page. */
function statisticCell(statistic: Statistic, value: number, language: Language): Cell {
  const text = statisticText(statistic, value, pageFigures(language));
  return text.startsWith('<') ? text : rounded(value, decimalsOfStatistic(statistic));
}

function estimatorCode({ estimator }: JournalColumn): string {
  if (estimator.kind === 'wls') return `wls ${estimator.weight} ${estimator.variable}`;
  return estimator.kind === 'within' ? `within ${estimator.effect}` : estimator.kind;
}
