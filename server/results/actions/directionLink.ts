import { z } from 'zod';
import { ItemIdSchema, LocalizedTextSchema } from '../../../survey-definitions/contract/index.js';

/** One revision of the directions named where an indicator is weak. A later one takes its place; none is ever changed. */
export const LinkRevisionSchema = z.object({
  id: z.string(),
  indicator: ItemIdSchema,
  /** The link that comes with the platform counts as revision 0. */
  revision: z.int().min(1),
  /** None where no direction is named. */
  directions: z.array(ItemIdSchema),
  /** Null where no direction is named. */
  reason: LocalizedTextSchema.nullable(),
  recordedAt: z.date(),
  recordedBy: z.string(),
  recordedByName: z.string(),
});
export type LinkRevision = z.infer<typeof LinkRevisionSchema>;

/** What may be changed of a link. */
export type LinkContent = Pick<LinkRevision, 'directions' | 'reason'>;
