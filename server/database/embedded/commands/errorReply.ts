import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { isMissingTable } from '../sqlite.js';

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
  const error = asCommandError(thrown);
  const { labels } = error.details;
  const reply: BsonDocument = new Map<string, BsonValue>([['ok', 0], ...errorFields(error)]);
  if (labels !== undefined) reply.set('errorLabels', [...labels]);
  return reply;
}

function asCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (isMissingTable(thrown)) return new CommandError('QueryPlanKilled', 'the collection was dropped while the command went on');
  return new CommandError('InternalError', 'the embedded store failed; the log of the app says why');
}
