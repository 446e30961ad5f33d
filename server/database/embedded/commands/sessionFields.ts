import { Binary } from 'bson';
import type { BsonDocument, MaybeValue } from '../bson/values.js';
import { isDocument, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';

/** The session's UUID as hexadecimal text. */
export function sessionIdOf(session: MaybeValue): string {
  const id = isDocument(session) ? session.get('id') : undefined;
  if (!(id instanceof Binary) || id.length() !== 16) throw new CommandError('FailedToParse', 'a session id must be a UUID');
  return Buffer.from(id.value()).toString('hex');
}

export interface TransactionFields {
  sessionId: string;
  txnNumber: number;
  starts: boolean;
}

export const isInTransaction = (body: BsonDocument): boolean => body.get('autocommit') === false;

/** @throws CommandError when the fields of a transaction are not complete */
export function transactionOf(body: BsonDocument): TransactionFields {
  if (!isInTransaction(body)) throw new CommandError('InvalidOptions', 'a transaction needs autocommit: false');
  return { ...numberedSession(body), starts: body.get('startTransaction') === true };
}

/** The session and number of a retryable write, if the command is one. */
export function retryableWriteOf(body: BsonDocument): { sessionId: string; txnNumber: number } | undefined {
  if (!body.has('txnNumber')) {
    if (body.has('autocommit') || body.has('startTransaction'))
      throw new CommandError('InvalidOptions', 'a transaction needs a txnNumber');
    return undefined;
  }
  if (body.get('autocommit') === true) throw notSupported('autocommit: true', 'InvalidOptions');
  return numberedSession(body);
}

function numberedSession(body: BsonDocument): { sessionId: string; txnNumber: number } {
  const txnNumber = wholeNumber(body.get('txnNumber'));
  if (txnNumber === undefined || txnNumber < 0)
    throw new CommandError('InvalidOptions', 'a txnNumber must be a whole number from 0');
  if (!body.has('lsid')) throw new CommandError('InvalidOptions', 'a txnNumber needs a session id (lsid)');
  return { sessionId: sessionIdOf(body.get('lsid')), txnNumber };
}
