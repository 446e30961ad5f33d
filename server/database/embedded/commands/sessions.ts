import { documentOf, isDocument } from '../bson/values.js';
import type { Call, Command } from './call.js';
import { arrayField } from './call.js';
import { sessionIdOf, transactionOf } from './sessionFields.js';

/** Both are answered from the record of the outcome when the transaction has ended before. */
export const commitTransaction: Command = {
  kind: 'control',
  fields: ['commitTransaction', 'recoveryToken'],
  async run(call: Call) {
    const { sessionId, txnNumber } = transactionOf(call.body);
    await call.store.transactions.commit(sessionId, txnNumber);
    return documentOf({ ok: 1 });
  },
};

export const abortTransaction: Command = {
  kind: 'control',
  fields: ['abortTransaction', 'recoveryToken'],
  run(call) {
    const { sessionId, txnNumber } = transactionOf(call.body);
    call.store.transactions.abort(sessionId, txnNumber);
    return documentOf({ ok: 1 });
  },
};

export const endSessions: Command = {
  kind: 'control',
  fields: ['endSessions'],
  run(call) {
    for (const session of arrayField(call, 'endSessions')) {
      if (isDocument(session)) call.store.transactions.end(sessionIdOf(session));
    }
    return documentOf({ ok: 1 });
  },
};
