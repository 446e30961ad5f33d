import type { LssRow } from './readLss.js';

/** A text in the languages of a survey, by LimeSurvey's code of the language ('' = in all); still in HTML. */
export type Wording = ReadonlyMap<string, string>;

/** What rows of several languages say in one column. */
export function wordingIn(rows: readonly LssRow[], column: string, languageColumn = 'language'): Wording {
  return new Map(
    rows.flatMap((row) => {
      const text = row[column] ?? '';
      return text === '' ? [] : [[row[languageColumn] ?? '', text] as const];
    }),
  );
}

export function grouped<Row extends object>(rows: readonly Row[], column: keyof Row): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[column] ?? '');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The first row of each value: the others repeat it in other languages. */
export function distinct(rows: readonly LssRow[], column: string): LssRow[] {
  return [...grouped(rows, column).values()].flatMap(([first]) => (first ? [first] : []));
}

export function inOrder(rows: readonly LssRow[], column: string): LssRow[] {
  const position = (row: LssRow): number => Number(row[column]) || 0;
  return rows.toSorted((a, b) => position(a) - position(b));
}
