import { z } from 'zod';
import { LocalizedTextSchema } from './localizedText.js';

/** A single-industry town. The KATO code is left out until it is entered from the official classifier. */
export const TownSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  name: LocalizedTextSchema,
  kato: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  region: z.strictObject({ id: z.string().regex(/^[a-z_]+$/), name: LocalizedTextSchema }),
  coordinates: z.strictObject({ latitude: z.number().min(40).max(56), longitude: z.number().min(46).max(88) }),
  note: z.string().optional(),
});
export const TownsSchema = z
  .strictObject({ version: z.int().min(1), towns: z.array(TownSchema).min(1) })
  .superRefine(({ towns }, context) => {
    const ids = towns.map((town) => town.id);
    for (const [at, id] of ids.entries())
      if (ids.indexOf(id) < at) context.addIssue({ code: 'custom', path: ['towns', at, 'id'], message: 'this id is used twice' });
  });
export type Town = z.infer<typeof TownSchema>;
