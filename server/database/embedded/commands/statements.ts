import type { BsonDocument, BsonValue } from '../bson/values.js';
import { documentOf, int, isNumeric, rawNumber, wholeNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { Call, Reply } from './call.js';
import { errorFields } from './errorReply.js';

const MOST_STATEMENTS = 100_000;

/**
 * Runs the statements of an insert, update or delete one after the other and adds up their results. A refused statement is
 * reported by its place; with `ordered` (the default) the ones after it are not tried. A statement whose result is known
 * from an earlier try of the same retryable write is not run again.
 */
export function runStatements<S>(call: Call, statements: readonly S[], run: (statement: S) => BsonDocument): Reply {
  if (statements.length === 0 || statements.length > MOST_STATEMENTS) {
    throw new CommandError(
      'BadValue',
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${statements.length} operations.`,
    );
  }
  const ordered = call.body.get('ordered') !== false;
  const totals = { n: 0, nModified: 0 };
  const upserted: BsonDocument[] = [];
  const errors: BsonDocument[] = [];
  for (const [index, statement] of statements.entries()) {
    const number = statementNumber(call, index);
    try {
      const result = call.memory?.recall(number) ?? run(statement);
      call.memory?.remember(number, result);
      totals.n += numberIn(result, 'n');
      totals.nModified += numberIn(result, 'nModified');
      const id = result.get('upserted');
      if (id !== undefined) upserted.push(documentOf<BsonValue>({ index: int(index), _id: id }));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push(new Map<string, BsonValue>([['index', int(index)], ...errorFields(error)]));
      if (ordered) break;
    }
  }
  call.memory?.save();
  return documentOf<BsonValue>({
    n: int(totals.n),
    nModified: call.name === 'update' ? int(totals.nModified) : undefined,
    upserted: upserted.length > 0 ? upserted : undefined,
    writeErrors: errors.length > 0 ? errors : undefined,
    ok: 1,
  });
}

function statementNumber(call: Call, index: number): number {
  const numbers = call.body.get('stmtIds');
  if (Array.isArray(numbers)) return wholeNumber(numbers[index]) ?? index;
  return (wholeNumber(call.body.get('stmtId')) ?? 0) + index;
}

function numberIn(result: BsonDocument, name: string): number {
  const value = result.get(name);
  return isNumeric(value) ? Number(rawNumber(value)) : 0;
}
