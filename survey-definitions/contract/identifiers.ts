import { z } from 'zod';

/** Item ids become form fields and CSV columns: lower snake case, no double underscore (that separates sub-columns). */
export const ItemIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,40}$/, 'expected lower snake case of at most 41 characters')
  .refine((id) => !id.includes('__'), 'must not contain "__"');

/**
 * Codes of indicators: a block letter and a number. A1 … D12 are those that the paper prints and that methods of its blocks
 * use; letters from E on are free for indicators of other questionnaires.
 */
export const IndicatorCodeSchema = z
  .string()
  .regex(/^[A-Z]([1-9][0-9]?)$/, 'expected a block letter and a number, for example C1');

/** A substantive answer code. Negative numbers are reserved for special codes. */
export const SubstantiveCodeSchema = z.int().min(0).max(9999);

/**
 * The name that an item or an answer has in the files of other programs, where it differs from its id or code. It comes with
 * an imported form and goes out with it, so that data of that form can still be joined; nothing else uses it.
 */
export const ForeignNameSchema = z.string().min(1).max(255);

export const PopulationSchema = z.enum(['residents', 'researchers']);
export type Population = z.infer<typeof PopulationSchema>;

export const BlockSchema = z.enum(['A', 'B', 'C', 'D']);
export type Block = z.infer<typeof BlockSchema>;
