import { z } from 'zod';

/** How the answers of a wave are brought to its population; `none` lets every respondent count once. */
export const AdjustmentSchema = z.enum(['none', 'raking', 'post-stratification', 'linear-calibration', 'raking-calibration']);
export type Adjustment = z.infer<typeof AdjustmentSchema>;

/** Codes of a category, one per variable of its margin. */
const CodesSchema = z.array(z.int());

/** One category counted as another, as a person confirmed it. */
export const MergeSchema = z.object({ codes: CodesSchema, into: CodesSchema });
export type Merge = z.infer<typeof MergeSchema>;

/** What is known of a town's population by one variable, or by the cells of several, and from where. */
export const MarginSchema = z.object({
  variables: z.array(z.string()).min(1),
  unit: z.enum(['count', 'percent']),
  /** Categories in which the population has somebody. */
  categories: z.array(z.object({ codes: CodesSchema, value: z.number().positive() })).min(1),
  source: z.string(),
  year: z.int(),
  merges: z.array(MergeSchema),
});
export type Margin = z.infer<typeof MarginSchema>;

/** One revision of the weighting of a wave in a town. A later one takes its place; none is ever changed. */
export const WeightingSchema = z.object({
  id: z.string(),
  wave: z.string(),
  townId: z.string(),
  revision: z.int().min(1),
  adjustment: AdjustmentSchema,
  margins: z.array(MarginSchema),
  recordedAt: z.date(),
  recordedBy: z.string(),
  recordedByName: z.string(),
});
export type Weighting = z.infer<typeof WeightingSchema>;

/** What may be changed of a weighting. */
export type WeightingContent = Pick<Weighting, 'adjustment' | 'margins'>;

/** The name of a category among those of its margin. */
export function keyOf(codes: readonly number[]): string {
  return codes.join('*');
}

/** The name of a margin in files and addresses. */
export function marginName(variables: readonly string[]): string {
  return variables.join('*');
}
