import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { TextKey } from '../../../i18n/index.js';
import type { EstimatedModel } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import type { PlottedRow } from './diagnosedRows.js';
import { figure, sizedFigure } from './figures.js';

/** So many rows are listed, those with the largest residuals first. */
const SHOWN = 100;

type Figure = [heading: TextKey, text: (plotted: PlottedRow) => string];

/** The rows of a model as figures: everything that its plots draw. */
export function rowsTable({ rows, influence }: EstimatedModel, plotted: readonly PlottedRow[], words: AnalysisWords): TableModel {
  const { t, nameOf } = words;
  const listed = plotted.toSorted((a, b) => Math.abs(b.row.residual) - Math.abs(a.row.residual)).slice(0, SHOWN);
  const figures = [
    ...residualFigures(words),
    ...(influence ? influenceFigures(words) : []),
    ...(rows.some(({ weight }) => weight !== null) ? weightFigures(words) : []),
  ];
  return {
    id: 'rows',
    heading: t('regression.rows_heading', { count: listed.length }),
    columns: [column(t('regression.place_heading')), ...figures.map(([heading]) => column(t(heading), { figure: true }))],
    rows: listed.map((row) => {
      const place = t('regression.place', { unit: nameOf(row.row.unit), year: String(row.row.year) });
      return [cell(place), ...figures.map(([, text]) => cell(text(row), { figure: true }))];
    }),
    empty: '',
  };
}

function residualFigures(words: AnalysisWords): Figure[] {
  return [
    ['regression.observed', ({ row }) => sizedFigure(row.observed, words)],
    ['regression.fitted', ({ row }) => sizedFigure(row.fitted, words)],
    ['regression.residual', ({ row }) => sizedFigure(row.residual, words)],
    ['description.normal_quantile', ({ quantile }) => figure(quantile, words)],
    ['description.standardised', ({ diagnosed }) => figure(diagnosed.standardised, words)],
  ];
}

function influenceFigures(words: AnalysisWords): Figure[] {
  return [
    ['regression.leverage', ({ diagnosed }) => figure(diagnosed.leverage, words)],
    ['regression.studentised', ({ diagnosed }) => figure(diagnosed.studentised, words)],
    ['regression.cook', ({ diagnosed }) => figure(diagnosed.cooksDistance, words)],
  ];
}

function weightFigures(words: AnalysisWords): Figure[] {
  return [['regression.row_weight', ({ row }) => sizedFigure(row.weight, words)]];
}
