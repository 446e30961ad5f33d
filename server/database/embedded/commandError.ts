import type { BsonValue } from './bson/values.js';

/** The server error codes this store answers with, under MongoDB's names. */
const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidBSON: 22,
  LockTimeout: 24,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  UnsatisfiableWriteConcern: 100,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  CommandNotSupported: 115,
  InvalidPipelineOperator: 168,
  QueryPlanKilled: 175,
  TransactionTooOld: 225,
  ConflictingOperationInProgress: 117,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  ConversionFailure: 241,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  Location15952: 15952,
  Location15955: 15955,
  Location15957: 15957,
  Location15959: 15959,
  Location15972: 15972,
  Location15981: 15981,
  Location28745: 28745,
  Location16020: 16020,
  Location28812: 28812,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location40156: 40156,
  Location40160: 40160,
  Location40234: 40234,
  Location40237: 40237,
  Location40238: 40238,
  Location40323: 40323,
  Location40324: 40324,
  Location40415: 40415,
  Location51091: 51091,
} as const;

export type ErrorName = keyof typeof errorCodes;

export interface ErrorDetails {
  labels?: readonly string[];
  /** Extra fields of the error document, such as keyPattern and keyValue of a duplicate key. */
  fields?: Readonly<Record<string, BsonValue>>;
}

/** An error that goes to the client as MongoDB would word it; anything else that is thrown is a fault of the store. */
export class CommandError extends Error {
  readonly code: number;

  constructor(
    readonly codeName: ErrorName,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'CommandError';
    this.code = errorCodes[codeName];
  }
}

/** A thing MongoDB can do and this store does not: named, never approximated. */
export const notSupported = (what: string, codeName: ErrorName = 'CommandNotSupported'): CommandError =>
  new CommandError(codeName, `${what} is not supported by the embedded store; set MONGODB_URI to use a MongoDB server`);

export const transient = (codeName: ErrorName, message: string): CommandError =>
  new CommandError(codeName, message, { labels: ['TransientTransactionError'] });
