import { z } from 'zod';

/** What may be wrong with a table; the sentence for people stands under `datasets.fault_<code>`. */
export type TableFaultCode =
  | 'encoding'
  | 'workbook'
  | 'empty'
  | 'brokenQuotes'
  | 'brokenRow'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'noUnitColumn'
  | 'noYearColumn'
  | 'noColumn'
  | 'noNumbers'
  | 'severalValues'
  | 'missingUnit'
  | 'missingYear'
  | 'notAYear'
  | 'repeated'
  | 'notANumber'
  | 'decimalComma'
  | 'isDate'
  | 'isError'
  | 'isTruth'
  | 'perCentAmongOthers'
  | 'missingCode'
  | 'missingValue'
  | 'negative'
  | 'twoSectors'
  | 'wholeAndParts'
  | 'noRegions'
  | 'repeatedActivity'
  | 'nationalDiffers';

/** What does not refuse a table but must be known; under `datasets.warning_<code>`. */
export const TABLE_WARNINGS = [
  'textColumn',
  'emptyColumn',
  'missingMarks',
  'truthColumn',
  'unknownUnits',
  'perCentAsFraction',
  'standsIn',
  'gaps',
  'constant',
  'shareAboveOne',
  'perCentAbove100',
  'noNational',
  'nationalBelowSum',
] as const;

/** A warning; `unit` is an id, which is shown by its name. */
export const TableWarningSchema = z.object({
  code: z.enum(TABLE_WARNINGS),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});
export type TableWarning = z.infer<typeof TableWarningSchema>;

/** A fault at one place of a file: the column by its heading, the row as a spreadsheet counts it, from 1. */
export interface TableFault {
  code: TableFaultCode;
  row?: number;
  column?: string;
  values: Record<string, string | number>;
}

/** Rows of a table, or all faults that refuse it. */
export type Outcome<Success> = Success | { faults: TableFault[] };
