import { z } from 'zod';
import { ticked } from '../../accounts/index.js';

const word = z.string().trim().max(120).catch('');

export const DescriptionAddressSchema = z.object({ digest: z.string().regex(/^[\da-f]{64}$/) });

/** What a description shows, all of it in the address; what does not fit is left out. */
export const DescriptionChoiceSchema = z.object({
  /** Columns to describe; none = all. */
  column: ticked(z.string().max(60)).catch([]),
  /** Computed columns, see `codeOf`. */
  computed: ticked(z.string().max(200)).catch([]),
  /** A column to be computed in addition. */
  new: word.default(''),
  of: word.default(''),
  by: word.default(''),
  name: word.default(''),
  correlation: z.enum(['pearson', 'spearman']).catch('pearson'),
  missing: z.enum(['pairwise', 'listwise']).catch('pairwise'),
  /** The column whose dynamics are drawn, and the towns that stand out in them. */
  dynamics: word.default(''),
  unit: ticked(z.string().max(120)).catch([]),
});
export type DescriptionChoice = z.infer<typeof DescriptionChoiceSchema>;

export const TABLE_NAMES = ['summary', 'outliers', 'dynamics', 'correlations'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const TableAddressSchema = DescriptionAddressSchema.extend({ table: z.enum(TABLE_NAMES) });
export const TableFormatSchema = z.object({ profile: z.enum(['machine', 'excel']).catch('machine') });
