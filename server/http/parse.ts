import type { z } from 'zod';
import { AppError } from '../errors.js';

/** Parses a request source before any other work; a fault names field and reason in English (addresses and API). */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, source: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new AppError('badRequest', {
    faults: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
  });
}

/** Parses the parameters of an address: what does not fit does not exist. */
export function parseAddress<Schema extends z.ZodType>(schema: Schema, source: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new AppError('notFound');
}
