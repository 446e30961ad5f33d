import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';

export function errorFields(error: CommandError): BsonDocument {
  return documentOf<BsonValue>({
    code: int(error.code),
    codeName: error.codeName,
    errmsg: error.message,
    ...error.details.fields,
  });
}

/** The reply for a command that was refused, or that met a fault of the store. */
export function errorReply(thrown: unknown): BsonDocument {
  const error =
    thrown instanceof CommandError ? thrown : new CommandError('InternalError', `the embedded store failed: ${String(thrown)}`);
  const { labels } = error.details;
  const reply: BsonDocument = new Map<string, BsonValue>([['ok', 0], ...errorFields(error)]);
  if (labels !== undefined) reply.set('errorLabels', [...labels]);
  return reply;
}
