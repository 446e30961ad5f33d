import type { TextKey } from '../../../i18n/index.js';
import type { ImportNote } from '../../exchange/importResult.js';
import type { Column } from './columns.js';

type FaultKey = Extract<TextKey, `designTranslation.fault_${string}`>;
type FaultKind = FaultKey extends `designTranslation.fault_${infer Kind}` ? Kind : never;

/** Why a file is not taken over: what is wrong in which row and column, or why it could not be read at all. */
export type FileFault =
  | {
      /** As a spreadsheet counts: the header is row 1. Null for the whole file. */
      row: number | null;
      column: Column | null;
      kind: FaultKind;
      values: Record<string, string | number>;
    }
  | { unreadable: ImportNote };

export function faultAt(
  row: number | null,
  column: Column | null,
  kind: FaultKind,
  values: Record<string, string | number> = {},
): FileFault {
  return { row, column, kind, values };
}
