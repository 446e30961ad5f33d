import type { BsonDocument, MaybeValue } from '../bson/values.js';
import { isDocument, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import type { Store } from '../storage/store.js';
import type { Transaction } from '../storage/transaction.js';
import type { View } from '../storage/view.js';
import type { ClientConnection } from '../wire/clientConnection.js';
import type { Message } from '../wire/messages.js';
import type { Call, Command, Reply } from './call.js';
import { refuseUnknownFields } from './call.js';
import { commands, commandsOfMongoDb } from './commandTable.js';
import { errorReply } from './errorReply.js';
import { isInTransaction, retryableWriteOf, transactionOf } from './sessionFields.js';
import { runAtOnce, runInSlices } from './slices.js';
import { StatementMemory } from './statementMemory.js';

const fieldsOfEveryCommand = [
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
].concat(['txnNumber', 'autocommit', 'startTransaction', 'mayBypassWriteBlocking']);
const knownFields = new Map(
  [...commands].map(([name, command]) => [name, new Set([...command.fields, ...fieldsOfEveryCommand])]),
);

/** Answers one message; whatever is refused or fails becomes an error reply. */
export async function answerMessage(store: Store, message: Message, client: ClientConnection): Promise<Reply> {
  try {
    if (message.refusal !== undefined) throw message.refusal;
    const name = message.body.keys().next().value ?? '';
    const command = findCommand(name);
    if (message.kind === 'query' && !isGreeting(name)) throw notSupported(`${name} in the old OP_QUERY protocol`);
    if (!isGreeting(name)) refuseUnknownFields(name, message.body, knownFields.get(name) ?? new Set());
    checkConcerns(message.body);
    const db = message.body.get('$db');
    if (typeof db !== 'string') throw new CommandError('FailedToParse', 'the command names no database ($db)');
    const call = { name, body: message.body, sequences: message.sequences, db, client, store };
    return await route(command, call);
  } catch (error) {
    if (!(error instanceof CommandError)) store.report(error);
    return errorReply(error);
  }
}

const isGreeting = (name: string): boolean => name === 'hello' || name.toLowerCase() === 'ismaster';

function findCommand(name: string): Command {
  const command = commands.get(name);
  if (command !== undefined) return command;
  if (commandsOfMongoDb.has(name)) throw notSupported(`the command ${name}`);
  throw new CommandError('CommandNotFound', `no such command: '${name}'`);
}

const readLevels: ReadonlySet<unknown> = new Set([undefined, 'local', 'available', 'majority', 'linearizable', 'snapshot']);
const writeLevels: ReadonlySet<unknown> = new Set([undefined, 0, 1, 'majority']);

/** Every answer of this store is durable and the newest there is, which covers all concerns but those of other members. */
function checkConcerns(body: BsonDocument): void {
  const level = concernField(body, 'readConcern', 'level');
  if (!readLevels.has(level)) throw new CommandError('FailedToParse', 'the readConcern level is not one of MongoDB');
  if (level === 'snapshot' && !isInTransaction(body))
    throw notSupported('readConcern snapshot outside a transaction', 'InvalidOptions');
  const members = concernField(body, 'writeConcern', 'w');
  if (!writeLevels.has(wholeNumber(members) ?? members)) {
    throw new CommandError('UnsatisfiableWriteConcern', 'Not enough data-bearing nodes');
  }
}

function concernField(body: BsonDocument, concern: string, field: string): MaybeValue {
  const value = body.get(concern);
  return isDocument(value) ? value.get(field) : undefined;
}

type UnboundCall = Omit<Call, 'view' | 'memory' | 'transactionKey'>;

async function route(command: Command, unbound: UnboundCall): Promise<Reply> {
  const { store, body } = unbound;
  const bind = (view: View, memory?: StatementMemory, transactionKey?: string): Call => ({
    ...unbound,
    view,
    memory,
    transactionKey,
  });
  if (command.kind === 'control') return runInSlices(command.run(bind(store.committed)));
  if (isInTransaction(body)) return routeInTransaction(command, unbound, bind);
  if (command.kind === 'read') {
    return runInSlices(command.run(bind(store.committed)), wholeNumber(body.get('maxTimeMS')));
  }
  const retryable = command.kind === 'write' ? retryableWriteOf(body) : undefined;
  return store.writes.submit((view) => {
    const memory =
      retryable === undefined ? undefined : new StatementMemory(store.sessions, retryable.sessionId, retryable.txnNumber);
    return runAtOnce(command.run(bind(view, memory)));
  });
}

async function routeInTransaction(
  command: Command,
  call: UnboundCall,
  bind: (view: View, memory: undefined, transactionKey: string) => Call,
): Promise<Reply> {
  const { store, body, client } = call;
  const { sessionId, txnNumber, starts } = transactionOf(body);
  if (command.kind === 'schema')
    throw new CommandError('OperationNotSupportedInTransaction', `Cannot run '${call.name}' in a multi-document transaction.`);
  const transaction = starts
    ? store.transactions.start(sessionId, txnNumber, client.id)
    : store.transactions.continue(sessionId, txnNumber, client.id);
  try {
    if (command.kind === 'write') await createCollectionBeforehand(call);
    const reply = await store.writes.submit(
      (view) => runAtOnce(command.run(bind(view, undefined, transactionKey(transaction)))),
      { transaction },
    );
    if (reply.has('writeErrors')) store.transactions.end(sessionId);
    return reply;
  } catch (error) {
    store.transactions.end(sessionId);
    throw error;
  }
}

const transactionKey = ({ sessionId, txnNumber }: Transaction): string => `${sessionId}:${txnNumber}`;

/** SQLite would show a table made inside the transaction to nobody else; an empty collection is made before it instead. */
async function createCollectionBeforehand({ store, db, body, name }: UnboundCall): Promise<void> {
  const collection = body.get(name);
  if (typeof collection !== 'string' || name === 'delete' || store.catalog.find(db, collection) !== undefined) return;
  await store.writes.submit((view) => void view.catalog.findOrCreate(db, collection), { urgent: true });
}
