import { cell, column, type TableModel } from '../../../accounts/index.js';
import { formatInteger, type Language, type Texts } from '../../../i18n/index.js';
import type { DescribedColumn } from '../datasetPicture.js';
import { figureWords } from './figureWords.js';

/** The columns of a panel with what each was recognised as. */
export function columnsTable(
  columns: readonly DescribedColumn[],
  t: Texts,
  language: Language,
): { text: string; table: TableModel } {
  const figure = (text: string) => cell(text, { figure: true });
  return {
    text: t('datasets.columns_text'),
    table: {
      id: 'columns',
      heading: t('datasets.columns_heading'),
      columns: [
        column(t('datasets.column_id')),
        column(t('datasets.column_type')),
        ...(['present', 'missing', 'min', 'max'] as const).map((key) => column(t(`datasets.column_${key}`), { figure: true })),
      ],
      rows: columns.map(({ id, heading, type, present, missing, smallest, largest }) => [
        cell(id, { note: heading === id ? null : heading }),
        cell(t(`datasets.type_${type}`)),
        figure(formatInteger(present, language)),
        figure(formatInteger(missing, language)),
        figure(figureWords(smallest, language)),
        figure(figureWords(largest, language)),
      ]),
      empty: '',
    },
  };
}
