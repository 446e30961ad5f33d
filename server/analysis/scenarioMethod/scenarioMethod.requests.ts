import { z } from 'zod';

/** Which version of the method is read, and what has just been done to it. */
export const VersionChoiceSchema = z.object({
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  done: z.literal('saved').optional().catch(undefined),
});

/** The version that a form was filled in from. */
export const ReadVersionSchema = z.object({ readVersion: z.coerce.number().int().min(1).catch(1) });
