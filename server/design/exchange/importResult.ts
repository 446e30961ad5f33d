import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { TextKey } from '../../i18n/index.js';
import type { TextStatus } from '../questionnaires/draft.js';

/** Where in an imported file something stands. */
export type ImportPlace =
  | { in: 'file' }
  /** Rows are numbered as a spreadsheet shows them, from 1; a column by the name in its first row, or by its letters. */
  | { in: 'sheet'; sheet: string; row?: number; column?: string }
  /** A path of element names (LimeSurvey) or of keys (JSON), for example `questions/rows/row[3]/type`. */
  | { in: 'path'; path: string };

type ExchangeTextKey = Extract<TextKey, `designExchange.${string}`>;

/** What is to be said of one place of an imported file: the sentence `designExchange.<kind>`, which takes `values`. */
export interface ImportNote {
  place: ImportPlace;
  kind: ExchangeTextKey extends `designExchange.${infer Kind}` ? Kind : never;
  values: Record<string, string | number>;
}

/** A whole draft with the list of what it does not carry; or faults, and nothing is taken over. */
export type ImportResult = ImportedQuestionnaire | Refusal;

export interface ImportedQuestionnaire {
  definition: Definition;
  statuses: TextStatus[];
  notCarried: ImportNote[];
}

export interface Refusal {
  faults: ImportNote[];
}
