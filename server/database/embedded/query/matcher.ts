import { BSONRegExp } from 'bson';
import { someValueAt, splitPath } from '../bson/paths.js';
import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import type { FieldPredicate } from './operators.js';
import { equalityTest, isOperatorDocument, operatorPredicate } from './operators.js';

export type Matcher = (document: BsonDocument) => boolean;

/** Operators MongoDB has at the top of a query and this store does not. */
const refusedAtTop = new Set(['$expr', '$where', '$text', '$jsonSchema', '$alwaysTrue', '$alwaysFalse', '$sampleRate']);

/** Compiles a query to a test of documents, with MongoDB's rules for arrays, absent fields and types. */
export function compileMatcher(query: BsonDocument): Matcher {
  const parts = [...query].filter(([name]) => name !== '$comment').map(([name, value]) => compilePart(name, value));
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return only;
  return (document) => parts.every((matches) => matches(document));
}

function compilePart(name: string, value: BsonValue): Matcher {
  if (!name.startsWith('$')) return compileField(name, value);
  switch (name) {
    case '$and': {
      const parts = clauses(name, value);
      return (document) => parts.every((matches) => matches(document));
    }
    case '$or': {
      const parts = clauses(name, value);
      return (document) => parts.some((matches) => matches(document));
    }
    case '$nor': {
      const parts = clauses(name, value);
      return (document) => !parts.some((matches) => matches(document));
    }
    default:
      if (refusedAtTop.has(name)) throw notSupported(`the query operator ${name}`, 'BadValue');
      throw new CommandError('BadValue', `unknown top level operator: ${name}`);
  }
}

function clauses(name: string, value: BsonValue): Matcher[] {
  if (!Array.isArray(value)) throw new CommandError('BadValue', `${name} must be an array`);
  if (value.length === 0) throw new CommandError('BadValue', '$and/$or/$nor must be a nonempty array');
  return value.map((clause) => {
    if (!isDocument(clause)) throw new CommandError('BadValue', '$or/$and/$nor entries need to be full objects');
    return compileMatcher(clause);
  });
}

function compileField(name: string, value: BsonValue): Matcher {
  const path = splitPath(name);
  const predicate = fieldPredicate(value);
  return (document) => predicate((test, leafArrays) => someValueAt(document, path, leafArrays ?? 'each', test));
}

function fieldPredicate(value: BsonValue): FieldPredicate {
  if (!isOperatorDocument(value)) return equalityTest(value, 'pattern');
  const operators = value;
  const predicates = [...operators]
    .filter(([name]) => name !== '$options')
    .map(([name, operand]) => operatorPredicate(name, operand, { siblings: operators, fieldPredicate, elementMatcher }));
  if (operators.has('$options') && !operators.has('$regex')) throw new CommandError('BadValue', '$options needs a $regex');
  return (some) => predicates.every((predicate) => predicate(some));
}

/** What `$elemMatch` asks of one element: operators on the value itself, or a query on the document it is. */
function elementMatcher(query: BsonDocument): (element: BsonValue) => boolean {
  const first = query.keys().next().value;
  const isValueQuery = isOperatorDocument(query) && first !== '$and' && first !== '$or' && first !== '$nor';
  if (isValueQuery) {
    const predicate = fieldPredicate(query);
    return (element) => predicate((test) => test(element));
  }
  const matches = compileMatcher(query);
  return (element) => {
    if (isDocument(element)) return matches(element);
    return Array.isArray(element) && matches(new Map(element.map((item, index) => [String(index), item])));
  };
}

/** The test of one value by itself, as `$pull` needs it: a query on a document, operators or an exact value otherwise. */
export function compileElementTest(condition: BsonValue): (element: BsonValue) => boolean {
  if (isDocument(condition)) return isOperatorDocument(condition) ? elementMatcher(condition) : documentTest(condition);
  const predicate = equalityTest(condition, condition instanceof BSONRegExp ? 'pattern' : 'exact');
  return (element) => predicate((test) => test(element));
}

function documentTest(query: BsonDocument): (element: MaybeValue) => boolean {
  const matches = compileMatcher(query);
  return (element) => isDocument(element) && matches(element);
}
