import { cell, column, type TableModel } from '../../../accounts/index.js';
import type { EstimatedModel } from '../estimation/estimatedModel.js';
import type { AnalysisWords } from './analysisWords.js';
import { figure, sizedFigure } from './figures.js';

/** So many rows are listed, those with the largest residuals first. */
const SHOWN = 100;

/** The rows of a model as figures: what its plots draw. */
export function rowsTable({ rows, influence }: EstimatedModel, words: AnalysisWords): TableModel {
  const { t, nameOf } = words;
  const weighted = rows.some(({ weight }) => weight !== null);
  const listed = rows
    .map((row, at) => ({ row, weighs: influence?.[at] ?? null }))
    .toSorted((a, b) => Math.abs(b.row.residual) - Math.abs(a.row.residual))
    .slice(0, SHOWN);
  const names = [
    ...(['observed', 'fitted', 'residual'] as const),
    ...(influence ? (['leverage', 'studentised', 'cook'] as const) : []),
    ...(weighted ? (['row_weight'] as const) : []),
  ];
  return {
    id: 'rows',
    heading: t('regression.rows_heading', { count: listed.length }),
    columns: [column(t('regression.place_heading')), ...names.map((name) => column(t(`regression.${name}`), { figure: true }))],
    rows: listed.map(({ row, weighs }) => {
      const texts = [
        ...[row.observed, row.fitted, row.residual].map((value) => sizedFigure(value, words)),
        ...(influence
          ? [weighs?.leverage, weighs?.studentised, weighs?.cooksDistance].map((value) => figure(value ?? null, words))
          : []),
        ...(weighted ? [sizedFigure(row.weight, words)] : []),
      ];
      const place = t('regression.place', { unit: nameOf(row.unit), year: String(row.year) });
      return [cell(place), ...texts.map((text) => cell(text, { figure: true }))];
    }),
    empty: '',
  };
}
