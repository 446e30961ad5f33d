import { z } from 'zod';
import { ItemIdSchema } from './identifiers.js';

/**
 * A rule over stored answers. A comparison with a missing or negative value is false; only `in` may name
 * a special code, and then matches it (questionnaires §6). The specification's `hh_size < 0` is therefore written
 * `hh_size in (-2)`: −2 is the one special code that the item offers, and a rule about what to ask never meets −5,
 * which is set when the response is completed.
 */
export type Condition =
  | { item: string; op: '==' | '!=' | '<' | '<=' | '>' | '>='; value: number }
  | { item: string; op: 'in'; values: number[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const ComparisonSchema = z.strictObject({
  item: ItemIdSchema,
  op: z.enum(['==', '!=', '<', '<=', '>', '>=']),
  value: z.number().min(0, 'a special code is named with "in", not compared'),
});
const MembershipSchema = z.strictObject({ item: ItemIdSchema, op: z.literal('in'), values: z.array(z.number()).min(1) });

export const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ComparisonSchema,
    MembershipSchema,
    z.strictObject({ all: z.array(ConditionSchema).min(1) }),
    z.strictObject({ any: z.array(ConditionSchema).min(1) }),
    z.strictObject({ not: ConditionSchema }),
  ]),
);

/** The ids of all items that a condition looks at, each once. */
export function itemsOf(condition: Condition): string[] {
  if ('item' in condition) return [condition.item];
  if ('not' in condition) return itemsOf(condition.not);
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(itemsOf))];
}

/** Every comparison inside a condition, in reading order. */
export function comparisonsOf(condition: Condition): Extract<Condition, { item: string }>[] {
  if ('item' in condition) return [condition];
  if ('not' in condition) return comparisonsOf(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(comparisonsOf);
}
