import { z } from 'zod';

export const ScoreAddressSchema = z.object({ town: z.string().max(60), score: z.string().regex(/^[0-9a-f]{64}$/) });
