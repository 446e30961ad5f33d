import { z } from 'zod';

export const LinkAddressSchema = z.object({ indicator: z.string().max(41) });
export const LinkDoneSchema = z.object({ done: z.enum(['saved', 'unchanged']).optional().catch(undefined) });
/** The revision that a form was filled in from. */
export const LinkRevisionFieldSchema = z.object({ _revision: z.coerce.number().int().min(0).catch(0) });
