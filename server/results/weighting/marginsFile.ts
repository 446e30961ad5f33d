import { csvFrom, EXCEL_WITH_COMMA, EXCEL_WITH_DOT, type Row } from '../../csv/index.js';
import type { Language } from '../../i18n/index.js';
import { categoriesOfMargin, type MarginVariable } from './marginVariables.js';
import { keyOf, marginName, type Margin } from './weighting.js';

export const MARGIN_COLUMNS = ['variable', 'category', 'label', 'count', 'share', 'source', 'year'] as const;

/** The margins as the file that can be read in again: counts under `count`, per cent under `share`. */
export async function marginsCsv(
  margins: readonly Margin[],
  variables: readonly MarginVariable[],
  language: Language,
): Promise<string> {
  return fileOf(
    margins.flatMap((margin) => {
      const labels = labelsOf(variables, margin.variables, language);
      return margin.categories.map(({ codes, value }): Row => [
        marginName(margin.variables),
        keyOf(codes),
        labels.get(keyOf(codes)) ?? '',
        margin.unit === 'count' ? value : null,
        margin.unit === 'percent' ? value : null,
        margin.source,
        margin.year,
      ]);
    }),
    language,
  );
}

/** A file to fill in: every category of some margins, with nothing known of them yet. */
export async function marginsTemplate(
  proposed: readonly (readonly string[])[],
  variables: readonly MarginVariable[],
  language: Language,
): Promise<string> {
  return fileOf(
    proposed.flatMap((ids) =>
      categoriesOfMargin(variables, ids).map(({ codes, label }): Row => [
        marginName(ids),
        keyOf(codes),
        label[language],
        null,
        null,
        null,
        null,
      ]),
    ),
    language,
  );
}

/** It opens by a double click in the reader's spreadsheet. */
async function fileOf(rows: readonly Row[], language: Language): Promise<string> {
  const dialect = language === 'en' ? EXCEL_WITH_DOT : EXCEL_WITH_COMMA;
  let text = '';
  for await (const piece of csvFrom({ columns: MARGIN_COLUMNS, rows }, dialect)) text += piece;
  return text;
}

function labelsOf(variables: readonly MarginVariable[], ids: readonly string[], language: Language): Map<string, string> {
  return new Map(categoriesOfMargin(variables, ids).map(({ codes, label }) => [keyOf(codes), label[language]]));
}
