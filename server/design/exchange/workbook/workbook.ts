import type { ImportNote } from '../importResult.js';

/** A table as a spreadsheet shows it: `rows[0]` is row 1; every cell is a text, an empty one ''. */
export interface Sheet {
  name: string;
  rows: string[][];
}

/** The tables of a file, in their order. */
export interface Workbook {
  sheets: Sheet[];
}

/** Why a file was not read; then nothing of it was. */
export interface WorkbookFaults {
  faults: ImportNote[];
}

/** How large a table from outside may be; the size of the upload itself is a setting (`limits.uploadBytes`). */
export const TABLE_LIMITS = {
  /** Files inside the zip archive that a workbook is. */
  entries: 500,
  /** Of all parts of a workbook together, unpacked. */
  unpackedBytes: 16_000_000,
  /** Unpacked to packed size of a part that is larger than `ratioFromBytes`; tables that repeat one word reach about 100. */
  ratio: 250,
  ratioFromBytes: 1_000_000,
  /** Elements inside elements. */
  depth: 60,
  sheets: 100,
  rows: 20_000,
  columns: 300,
  cells: 150_000,
  /** Of all parts together. */
  elements: 600_000,
} as const;
export type TableLimits = { readonly [limit in keyof typeof TABLE_LIMITS]: number };

/** Stored results of formulas may be stale: a questionnaire refuses them, a table of figures takes what its sheet shows. */
export type Formulas = 'refused' | 'results';

/** Refuses a file while it is being read. */
export class TableRefusal extends Error {
  constructor(readonly faults: ImportNote[]) {
    super(faults.map(({ kind }) => kind).join(', '));
    this.name = 'TableRefusal';
  }
}

/** Refuses the file as a whole. */
export function refusal(kind: ImportNote['kind'], values: ImportNote['values'] = {}): TableRefusal {
  return new TableRefusal([{ place: { in: 'file' }, kind, values }]);
}
