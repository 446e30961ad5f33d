import { cell, column, type TableModel } from '../../../accounts/index.js';
import { formulaOf } from '../../../../scoring/index.js';
import type { AnalysisSpecification, WorkingAnalysis } from '../workingAnalysis.js';
import type { AnalysisWords } from './analysisWords.js';

/** Computed columns, each with its formula and, while one works on it, a way to remove it. */
export function transformationsTable(
  { transformations, ...analysis }: AnalysisSpecification & Partial<Pick<WorkingAnalysis, '_id' | 'revision'>>,
  { t }: AnalysisWords,
): TableModel {
  const { _id, revision } = analysis;
  const rows = transformations.map((transformation, at) => [
    cell(transformation.name),
    cell(formulaOf(transformation), { note: t(`regression.kind_${transformation.kind}`) }),
    ...(_id === undefined
      ? []
      : [
          cell('', {
            deed: {
              action: `/analysis/regression/${_id}/transformations/${at + 1}/remove?revision=${revision ?? 0}`,
              label: t('regression.remove_one'),
              spokenLabel: t('regression.remove_named', { name: transformation.name }),
            },
          }),
        ]),
  ]);
  return {
    id: 'columns',
    heading: t('regression.transformations_heading'),
    columns: [
      column(t('regression.column')),
      column(t('regression.formula')),
      ...(_id === undefined ? [] : [column(t('regression.deed'))]),
    ],
    rows,
    empty: t('regression.transformations_empty'),
  };
}
