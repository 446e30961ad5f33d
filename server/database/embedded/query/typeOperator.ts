import type { BsonTypeName } from '../bson/types.js';
import { bsonType, refusedTypes, typeNameOf } from '../bson/types.js';
import type { BsonValue } from '../bson/values.js';
import { isNumeric, rawNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { FieldPredicate } from './operators.js';

const numberTypes: readonly BsonTypeName[] = ['double', 'int', 'long'];
const typeNames = Object.keys(bsonType) as BsonTypeName[];
const nameOfCode = new Map<number, BsonTypeName>(typeNames.map((name) => [bsonType[name], name]));

/** `$type`: by number, by alias, or one of a list; types the store never holds are known and match nothing. */
export function typeTest(operand: BsonValue): FieldPredicate {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typesNamedBy));
  return (some) => some((value) => value !== undefined && wanted.has(typeNameOf(value)));
}

function typesNamedBy(operand: BsonValue): readonly BsonTypeName[] {
  if (operand === 'number') return numberTypes;
  if (typeof operand === 'string') {
    const known = typeNames.find((name) => name === operand);
    if (known !== undefined) return [known];
    if ([...refusedTypes.values()].includes(operand)) return [];
    throw new CommandError('BadValue', `Unknown type name alias: ${operand}`);
  }
  if (!isNumeric(operand)) throw new CommandError('TypeMismatch', 'type must be represented as a number or a string');
  const code = Number(rawNumber(operand));
  const named = nameOfCode.get(code);
  if (named !== undefined) return [named];
  if (refusedTypes.has(code)) return [];
  throw new CommandError('BadValue', `Invalid numerical type code: ${code}`);
}
