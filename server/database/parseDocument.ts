import type { z } from 'zod';
import { AppError } from '../errors.js';

/** Parses a stored document on the way out; a document that does not fit is a fault of ours, never passed on. */
export function parseDocument<Schema extends z.ZodType>(schema: Schema, document: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
  throw new AppError('unexpected', { message: `a stored document does not fit its schema (${places})` });
}

export function parseDocuments<Schema extends z.ZodType>(schema: Schema, documents: unknown[]): z.infer<Schema>[] {
  return documents.map((document) => parseDocument(schema, document));
}
