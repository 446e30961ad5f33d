import type { BsonDocument, BsonValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';

/** The top-level fields a query looks at. */
export function fieldsOfQuery(query: BsonDocument, fields = new Set<string>()): Set<string> {
  for (const [name, value] of query) {
    if (!name.startsWith('$')) fields.add(topOf(name));
    else if (Array.isArray(value)) for (const clause of value) if (isDocument(clause)) fieldsOfQuery(clause, fields);
  }
  return fields;
}

/** The top-level fields an aggregation expression reads; undefined when it may read any. */
export function fieldsOfExpression(expression: BsonValue, fields = new Set<string>()): Set<string> | undefined {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    if (expression.startsWith('$$')) return undefined;
    fields.add(topOf(expression.slice(1)));
  }
  const inner = isDocument(expression) ? expression.values() : Array.isArray(expression) ? expression : [];
  for (const value of inner) if (fieldsOfExpression(value, fields) === undefined) return undefined;
  return fields;
}

const topOf = (path: string): string => path.split('.', 1)[0] ?? path;
