import { z } from 'zod';
import { TableWarningSchema } from './remark.js';

/**
 * Data of an analysis, kept as the canonical CSV that anybody may download: comma, dot, LF, UTF-8, no byte order mark.
 * A panel has the columns `town,year,…`, a table of sectors `region,year,sector,activity,…`; missing values are empty.
 * It never changes: its identity is the SHA-256 of its text, which is the data digest that analyses name.
 */
export const DatasetSchema = z.object({
  /** SHA-256 of `csv`, lower-case hexadecimal. */
  digest: z.string().regex(/^[\da-f]{64}$/),
  kind: z.enum(['panel', 'sectors']),
  name: z.string(),
  /** Where the figures are from, in the words of whoever brought them. */
  source: z.string(),
  origin: z.enum(['upload', 'official', 'demonstration']),
  synthetic: z.boolean(),
  csv: z.string(),
  rows: z.int(),
  /** Columns after the keys, with the heading that they had in the file. */
  columns: z.array(z.object({ id: z.string(), heading: z.string() })),
  /** What the data themselves no longer tell: columns that were left out, figures that stand in for others. */
  notes: z.array(TableWarningSchema).exactOptional(),
  savedAt: z.date(),
  savedBy: z.string(),
});
export type Dataset = z.infer<typeof DatasetSchema>;
/** What lists show: everything but the data. */
export type DatasetHead = Omit<Dataset, 'csv'>;
