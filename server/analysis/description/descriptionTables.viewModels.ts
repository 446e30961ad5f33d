import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { formatInteger, formatNumber, type Language, type Texts } from '../../i18n/index.js';
import type { ColumnBox } from './columnBox.js';
import type { ColumnCorrelations, CorrelatedPair } from './columnCorrelations.js';
import type { ColumnDynamics } from './columnDynamics.js';
import { SUMMARY_FIGURES, type ColumnSummary } from './columnSummary.js';
import { correlationFigure, figureOrDash, roundedFigure } from './roundedFigure.js';

interface Reader {
  t: Texts;
  language: Language;
  nameOf: (unit: string) => string;
}

const figure = (text: string, note: string | null = null): TableCell => cell(text, { figure: true, note });
/** Below this a p value is not told exactly. */
const SMALLEST_P = 0.001;
/** So much is listed; the files have all. */
const LISTED = { pairs: 20, outliersOfColumn: 12, units: 60 };

export function summaryTable(summaries: readonly ColumnSummary[], { t, language }: Reader): TableModel {
  return {
    id: 'summary-heading',
    heading: t('description.summary_heading'),
    columns: [
      column(t('description.col_column')),
      column(t('description.col_n'), { figure: true }),
      column(t('description.col_missing'), { figure: true }),
      ...SUMMARY_FIGURES.map((name) => column(t(`description.col_${name}`), { figure: true })),
    ],
    rows: summaries.map((summary) => [
      cell(summary.column),
      figure(formatInteger(summary.n, language)),
      figure(formatInteger(summary.missing, language)),
      ...SUMMARY_FIGURES.map((name) => figure(figureOrDash(summary[name], language))),
    ]),
    empty: t('description.no_columns'),
  };
}

export function outliersTable(boxes: readonly ColumnBox[], { t, language, nameOf }: Reader): TableModel {
  return {
    id: 'boxes-heading',
    heading: t('description.boxes_heading'),
    columns: [
      column(t('description.col_column')),
      column(t('description.col_unit')),
      column(t('description.col_year')),
      column(t('description.col_value'), { figure: true }),
      column(t('description.col_fences'), { figure: true }),
      column(t('description.col_distance'), { figure: true }),
    ],
    rows: boxes.flatMap(({ column: name, box, outliers }) =>
      outliers.slice(0, LISTED.outliersOfColumn).map(({ unit, year, value, boxLengths }) => [
        cell(name),
        cell(nameOf(unit)),
        cell(String(year)),
        figure(roundedFigure(value, language)),
        figure(
          t('description.range', {
            lower: roundedFigure(box.lowerFence, language),
            upper: roundedFigure(box.upperFence, language),
          }),
        ),
        figure(boxLengths === null ? '–' : formatNumber(boxLengths, language, 1)),
      ]),
    ),
    empty: t('description.no_outliers'),
  };
}

export function dynamicsTable({ years, units }: ColumnDynamics, { t, language, nameOf }: Reader): TableModel {
  return {
    id: 'dynamics-heading',
    heading: t('description.dynamics_heading'),
    columns: [column(t('description.col_unit')), ...years.map((year) => column(String(year), { figure: true }))],
    rows: units
      .slice(0, LISTED.units)
      .map(({ unit, values }) => [cell(nameOf(unit)), ...values.map((value) => figure(figureOrDash(value, language)))]),
    empty: t('description.no_columns'),
  };
}

/** The matrix; where the number of rows differs between pairs it stands under each coefficient. */
export function matrixTable({ columns, matrix, pairs }: ColumnCorrelations, { t, language }: Reader): TableModel {
  const alike = new Set(pairs.map(({ n }) => n)).size < 2;
  const rowsOf = (first: string, second: string): string | null => {
    const pair = pairs.find((one) => [one.first, one.second].includes(first) && [one.first, one.second].includes(second));
    return alike || !pair || first === second ? null : t('description.rows', { count: pair.n });
  };
  return {
    id: 'correlations-heading',
    heading: t('description.correlations_heading'),
    columns: [column(t('description.col_column')), ...columns.map((name) => column(name, { figure: true }))],
    rows: columns.map((name) => [
      cell(name),
      ...columns.map((other, at) => {
        const value = matrix[name]?.[at] ?? null;
        return figure(value === null ? '–' : correlationFigure(value, language), rowsOf(name, other));
      }),
    ]),
    empty: t('description.no_columns'),
  };
}

/** Pairs with their tests, the strongest first. */
export function pairsTable({ pairs }: ColumnCorrelations, { t, language }: Reader): TableModel {
  const size = ({ test }: CorrelatedPair): number => Math.abs(test?.coefficient ?? 0);
  return {
    id: 'pairs-heading',
    heading: t('description.pairs_heading'),
    columns: [
      column(t('description.col_pair')),
      column(t('description.col_coefficient'), { figure: true }),
      column(t('description.col_interval'), { figure: true }),
      column(t('description.col_p'), { figure: true }),
      column(t('description.col_n'), { figure: true }),
    ],
    rows: pairs
      .filter(({ test }) => test !== null)
      .toSorted((a, b) => size(b) - size(a))
      .slice(0, LISTED.pairs)
      .map((pair) => pairRow(pair, { t, language })),
    empty: t('description.no_pairs'),
  };
}

function pairRow({ first, second, n, test }: CorrelatedPair, { t, language }: Omit<Reader, 'nameOf'>): TableCell[] {
  const short = (value: number): string => correlationFigure(value, language);
  const interval = test?.interval ?? null;
  const p = test?.p ?? null;
  return [
    cell(t('description.pair_of', { first, second })),
    figure(short(test?.coefficient ?? 0)),
    figure(interval === null ? '–' : t('description.range', { lower: short(interval.lower), upper: short(interval.upper) })),
    figure(pInWords(p, { t, language })),
    figure(formatInteger(n, language)),
  ];
}

function pInWords(p: number | null, { t, language }: Omit<Reader, 'nameOf'>): string {
  if (p === null) return '–';
  return p < SMALLEST_P ? t('description.below', { value: formatNumber(SMALLEST_P, language, 3) }) : formatNumber(p, language, 3);
}
