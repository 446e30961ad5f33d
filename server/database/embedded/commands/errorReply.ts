import type { Encodable, EncodableDocument } from '../bson/encode.js';
import { documentOf, int } from '../bson/values.js';
import { CommandError } from '../commandError.js';

export function errorFields(error: CommandError): EncodableDocument {
  return documentOf<Encodable>({
    code: int(error.code),
    codeName: error.codeName,
    errmsg: error.message,
    ...(error.details.fields as Record<string, Encodable> | undefined),
  });
}

/** The reply for a command that was refused, or that met a fault of the store. */
export function errorReply(thrown: unknown): EncodableDocument {
  const error =
    thrown instanceof CommandError ? thrown : new CommandError('InternalError', `the embedded store failed: ${String(thrown)}`);
  const labels = error.details.labels;
  return new Map<string, Encodable>([
    ['ok', 0],
    ...errorFields(error),
    ...(labels === undefined ? [] : [['errorLabels', [...labels]] as [string, Encodable]]),
  ]);
}
