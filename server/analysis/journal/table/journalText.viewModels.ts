import type { RegressionModel } from '../../../../survey-definitions/contract/index.js';
import type { Texts } from '../../../i18n/index.js';
import { decimalsOf, decimalsOfStatistic, printedDecimalsOf } from './decimals.js';
import { INTERCEPT, type JournalCell, type JournalColumn, type JournalTable, type Statistic } from './journalTable.js';
import type { Stars } from './stars.js';

const LEAST_PROBABILITY = 0.001;

/** How a form writes a number with so many decimals. */
export type FigureText = (value: number, decimals: number) => string;

/** A journal table in words: every figure finished, for page, document and LaTeX alike. */
export interface JournalText {
  columns: { name: string; response: string; origin: string | null }[];
  /** `error` stands in brackets below the estimate; null cells stay empty. */
  terms: { label: string; cells: ({ estimate: string; stars: Stars; error: string | null } | null)[] }[];
  /** Statistics, estimator and standard errors of each column. */
  footer: Told[];
  notes: string[];
}

/** A line below the estimates. */
interface Told {
  label: string;
  values: string[];
}

export function journalTextFrom(table: JournalTable, t: Texts, figure: FigureText): JournalText {
  const { columns, terms, statistics } = table;
  const told = [
    { label: t('journal.estimator'), values: columns.map((column) => estimatorOf(column, t)) },
    { label: t('journal.errors'), values: columns.map((column) => errorsText(column, t)) },
  ];
  return {
    columns: columns.map(({ name, response, origin }) => ({
      name,
      response,
      origin: origin === 'estimated' ? null : t(`journal.origin_${origin}`),
    })),
    terms: terms.map(({ term, cells }) => ({
      label: termLabel(term, t),
      cells: cells.map((cell, at) => cell && cellText(cell, columns[at], figure)),
    })),
    footer: [
      ...statistics.map(({ statistic, values }) => ({
        label: t(`journal.statistic_${statistic}`),
        values: values.map((value) => (value === null ? '' : statisticText(statistic, value, figure))),
      })),
      ...told.filter(differs),
    ],
    notes: [...told.flatMap((row) => sameNote(row, t)), t('journal.note_brackets'), ...journalNotes(table, t)],
  };
}

function differs({ values }: Told): boolean {
  return new Set(values.filter(Boolean)).size > 1;
}

/** What is the same in all columns is said once, below. */
function sameNote({ label, values }: Told, t: Texts): string[] {
  const [value, ...others] = new Set(values.filter(Boolean));
  return value === undefined || others.length > 0 ? [] : [t('journal.note_same', { label, value })];
}

export function termLabel(term: string, t: Texts): string {
  return term === INTERCEPT ? t('journal.intercept') : term;
}

function cellText(cell: JournalCell, column: JournalColumn | undefined, figure: FigureText) {
  const { estimate, standardError, stars } = cell;
  const decimals = column?.origin === 'printed' ? printedDecimalsOf(cell) : decimalsOf(cell);
  return {
    estimate: figure(estimate, decimals),
    stars: stars ?? '',
    error: standardError === null ? null : `(${figure(standardError, decimals)})`,
  };
}

/** How a paper has weighed may be read in several ways: the reading of the preset is not ascribed to it. */
export function estimatorOf({ origin, estimator }: Pick<JournalColumn, 'origin' | 'estimator'>, t: Texts): string {
  return origin === 'printed' && estimator.kind === 'wls' ? t('journal.estimator_wls_printed') : estimatorText(estimator, t);
}

export function estimatorText(estimator: RegressionModel['estimator'], t: Texts): string {
  if (estimator.kind === 'wls') return t(`journal.estimator_wls_${estimator.weight}`, { variable: estimator.variable });
  if (estimator.kind === 'within') return t(`journal.estimator_within_${estimator.effect}`);
  return t(`journal.estimator_${estimator.kind}`);
}

export function statisticText(statistic: Statistic, value: number, figure: FigureText): string {
  const isProbability = statistic === 'fP' || statistic === 'breuschPaganP';
  if (isProbability && value < LEAST_PROBABILITY) return `<\u00a0${figure(LEAST_PROBABILITY, decimalsOfStatistic(statistic))}`;
  return figure(value, decimalsOfStatistic(statistic));
}

/** A paper does not always tell its standard errors: those of the preset are not ascribed to it. */
export function errorsText({ origin, estimator, errors, clusters }: JournalColumn, t: Texts): string {
  if (origin === 'printed') return '';
  if (errors === 'cluster') return t('journal.errors_cluster', { count: clusters ?? 0 });
  if (errors !== 'classical') return errors;
  return t(estimator.kind === 'huber' || estimator.kind === 'bisquare' ? 'journal.errors_robust' : 'journal.errors_classical');
}

/** What stars and tests are; that a column is of a paper or of synthetic data. */
export function journalNotes({ columns, statistics, terms }: JournalTable, t: Texts): string[] {
  const some = (holds: (column: JournalColumn) => boolean): boolean => columns.some(holds);
  const computed = some(({ origin }) => origin !== 'printed');
  const has = (name: string): boolean => computed && statistics.some(({ statistic }) => statistic === name);
  const untold = terms.some(({ cells }) => cells.some((cell) => cell?.stars === null));
  return [
    ...(computed ? [t('journal.note_stars')] : []),
    ...(has('rSquared') && some(({ estimator }) => estimator.kind === 'within') ? [t('journal.note_within')] : []),
    ...(has('f') && some(({ origin, errors }) => origin !== 'printed' && errors !== 'classical') ? [t('journal.note_f')] : []),
    ...(has('breuschPaganP') ? [t('journal.note_breuschPagan')] : []),
    ...(some(({ origin }) => origin === 'printed') ? [t('journal.note_printed')] : []),
    ...(untold ? [t('journal.note_printedStars')] : []),
    ...(some(({ origin }) => origin === 'synthetic') ? [t('journal.note_synthetic')] : []),
  ];
}
