import type { BsonDocument, BsonValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { cloneValue, setAtPath, unsetAtPath, valueNamedBy } from '../update/fieldAccess.js';

/** `$unwind`: one document for each element of an array; absent, null and empty ones are left out unless preserved. */
export function compileUnwind(operand: BsonValue): (document: BsonDocument) => BsonDocument[] {
  const options: BsonDocument = isDocument(operand) ? operand : new Map([['path', operand]]);
  for (const name of options.keys()) {
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name))
      throw new CommandError('Location28812', `unrecognized option to $unwind stage: ${name}`);
  }
  const source = options.get('path');
  if (typeof source !== 'string' || !source.startsWith('$')) {
    throw new CommandError('Location28812', "path option to $unwind stage should be prefixed with a '$'");
  }
  const path = source.slice(1).split('.');
  const preserve = options.get('preserveNullAndEmptyArrays') === true;
  const indexField = options.get('includeArrayIndex');
  return (document) => {
    const value = valueNamedBy(document, path);
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
      return preserve ? [variant(document, path, value === null ? null : undefined, indexField, null)] : [];
    }
    if (!Array.isArray(value)) return [variant(document, path, value, indexField, null)];
    return value.map((item, at) => variant(document, path, item, indexField, BigInt(at)));
  };
}

function variant(
  document: BsonDocument,
  path: readonly string[],
  value: BsonValue | undefined,
  indexField: BsonValue | undefined,
  position: bigint | null,
): BsonDocument {
  const copy = cloneValue(document);
  if (value === undefined) unsetAtPath(copy, path);
  else setAtPath(copy, path, value);
  if (typeof indexField === 'string') setAtPath(copy, indexField.split('.'), position);
  return copy;
}
