import { Binary, BSONRegExp, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import type { BsonDocument, BsonValue, NumericValue } from '../../server/database/embedded/bson/values.js';

const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const nearPowersOfTwo = fc
  .tuple(fc.integer({ min: 50, max: 62 }), fc.integer({ min: -3, max: 3 }), fc.boolean())
  .map(([power, offset, negative]) => (2n ** BigInt(power) + BigInt(offset)) * (negative ? -1n : 1n));

/** Numbers of the three types, often equal or next to one another across the types. */
export const arbitraryNumber: fc.Arbitrary<NumericValue> = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 63, -(2 ** 63), 0.1),
  fc.integer({ min: -4, max: 4 }),
  fc.integer().map((value) => new Int32(value)),
  long,
  nearPowersOfTwo,
  nearPowersOfTwo.map(Number),
);

const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('a', 'a\0', 'a\0b', 'ab', ''),
);

export const arbitraryScalar: fc.Arbitrary<BsonValue> = fc.oneof(
  { weight: 4, arbitrary: arbitraryNumber },
  { weight: 3, arbitrary: text },
  fc.constantFrom(null, true, false),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.date({ noInvalidDate: true }),
  fc.tuple(fc.uint8Array({ maxLength: 5 }), fc.constantFrom(0, 4, 128)).map(([bytes, subtype]) => new Binary(bytes, subtype)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => new Timestamp(value)),
  fc
    .tuple(fc.constantFrom('a', '^b', 'я'), fc.constantFrom('', 'i', 'm'))
    .map(([pattern, options]) => new BSONRegExp(pattern, options)),
  fc.constantFrom(new MinKey(), new MaxKey()),
);

const name = fc.constantFrom('a', 'b', '1', '0', 'имя', '__proto__', '');

export const { document: arbitraryDocument, value: arbitraryValue } = fc.letrec<{ document: BsonDocument; value: BsonValue }>(
  (tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      arbitraryScalar,
      fc.array(tie('value'), { maxLength: 4 }),
      tie('document') as fc.Arbitrary<BsonValue>,
    ),
    document: fc
      .uniqueArray(fc.tuple(name, tie('value')), { selector: ([key]) => key, maxLength: 4 })
      .map((fields) => new Map(fields)),
  }),
);
