import type { DataColumns } from '../../scoring/index.js';

/** A data matrix from answers by respondent; every respondent belongs to the population `headline` unless told. */
export function columnsOf(
  respondents: readonly Record<string, number>[],
  rest: Partial<Omit<DataColumns, 'rows' | 'items'>> = {},
): DataColumns {
  const items = [...new Set(respondents.flatMap((answers) => Object.keys(answers)))];
  return {
    rows: respondents.length,
    items: Object.fromEntries(items.map((item) => [item, Int16Array.from(respondents, (answers) => answers[item] ?? -5)])),
    populations: { headline: new Uint8Array(respondents.length).fill(1) },
    flags: {},
    ...rest,
  };
}
