import { Int32, Long, serialize } from 'bson';
import type { Document } from 'bson';
import fc from 'fast-check';
import { Query } from 'mingo';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '../../../../test/store/arbitraryBson.js';
import { decodeDocument } from '../bson/decode.js';
import type { BsonDocument } from '../bson/values.js';
import { compileMatcher } from './matcher.js';

const bson = (document: Document): BsonDocument => decodeDocument(Buffer.from(serialize(document, { ignoreUndefined: true })));
const matches = (query: Document, document: Document): boolean => compileMatcher(bson(query))(bson(document));

/** [query, a document it finds, a document it leaves]. */
const cases: [string, Document, Document, Document][] = [
  ['equality', { a: 1 }, { a: 1.0 }, { a: '1' }],
  ['equality opens arrays', { a: 1 }, { a: [3, 1] }, { a: [[1]] }],
  ['equality with a whole array', { a: [1, 2] }, { a: [1, 2] }, { a: [2, 1] }],
  ['a whole array inside an array', { a: [1, 2] }, { a: [[1, 2]] }, { a: [[1], [2]] }],
  ['a whole document in its order', { a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
  ['null finds the absent', { a: null }, { b: 1 }, { a: 0 }],
  ['null finds null', { a: { $eq: null } }, { a: null }, { a: [] }],
  ['null below an array of scalars finds nothing', { 'a.b': null }, { a: {} }, { a: [1] }],
  ['null below an array of documents', { 'a.b': null }, { a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }],
  ['$ne is the contrary of equality', { a: { $ne: 1 } }, { a: [2] }, { a: [2, 1] }],
  ['$nin finds the absent', { a: { $nin: [1] } }, {}, { a: 1 }],
  ['$gt stays within the type', { a: { $gt: 5 } }, { a: 6 }, { a: 'z' }],
  ['$gt opens arrays', { a: { $gt: 5 } }, { a: [1, 9] }, { a: [1, 5] }],
  ['two ranges may be met by two elements', { a: { $gt: 5, $lt: 3 } }, { a: [1, 9] }, { a: [4] }],
  ['$elemMatch wants one element', { a: { $elemMatch: { $gt: 3, $lt: 5 } } }, { a: [4] }, { a: [1, 9] }],
  ['$elemMatch of documents', { a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }, { c: 2 }] }],
  ['a dotted path through an array', { 'a.b': 1 }, { a: [{ b: 2 }, { b: 1 }] }, { a: [{ b: 2 }] }],
  ['a number in a path picks an element', { 'a.1': 7 }, { a: [1, 7] }, { a: [7, 1] }],
  ['$lte null finds the absent', { a: { $lte: null } }, {}, { a: 1 }],
  ['NaN is only NaN', { a: { $gte: NaN } }, { a: NaN }, { a: 1 }],
  ['no range holds NaN', { a: { $lt: 5 } }, { a: -1 }, { a: NaN }],
  ['$in with a regular expression', { a: { $in: [/^ж/i, 5] } }, { a: 'Жез' }, { a: 'x' }],
  ['$regex with $options', { a: { $regex: 'ҚАЗ', $options: 'i' } }, { a: 'жезқазған' }, { a: 5 }],
  ['$not of a range finds the absent', { a: { $not: { $gt: 5 } } }, {}, { a: 6 }],
  ['$exists', { 'a.b': { $exists: true } }, { a: [{ b: null }] }, { a: [] }],
  ['$exists: false', { a: { $exists: false } }, { b: 1 }, { a: null }],
  ['$type by alias opens arrays', { a: { $type: 'string' } }, { a: [1, 'x'] }, { a: [1] }],
  ['$type array', { a: { $type: 'array' } }, { a: [] }, { a: 1 }],
  ['$type number', { a: { $type: 'number' } }, { a: Long.fromNumber(5) }, { a: '5' }],
  ['$size', { a: { $size: 2 } }, { a: [1, [2]] }, { a: [1] }],
  ['$all', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }, { a: [1] }],
  ['$all on a scalar', { a: { $all: [1] } }, { a: 1 }, { a: 2 }],
  ['$mod cuts towards zero', { a: { $mod: [4, 1] } }, { a: 5.9 }, { a: 7 }],
  ['$or', { $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, { c: 1 }],
  ['$nor', { $nor: [{ a: 1 }, { b: 1 }] }, { c: 1 }, { b: 1 }],
  [
    'longs beyond doubles',
    { a: Long.fromString('9007199254740993') },
    { a: Long.fromString('9007199254740993') },
    { a: 9007199254740992 },
  ],
];

describe('A query', () => {
  for (const [name, query, found, left] of cases) {
    it(`follows MongoDB: ${name}`, () => {
      expect(matches(query, found)).toBe(true);
      expect(matches(query, left)).toBe(false);
    });
  }

  it('of $all with an empty list finds nothing', () => {
    expect(matches({ a: { $all: [] } }, { a: [] })).toBe(false);
  });

  it('and its $not or $nor divide the documents in two', () => {
    const operand = fc.constantFrom(1, 'a', null, [1], new Int32(2));
    const operator = fc.constantFrom('$eq', '$in', '$gt', '$lte', '$exists', '$size');
    fc.assert(
      fc.property(arbitraryDocument, operator, operand, (document, name, value) => {
        const condition = { [name]: name === '$in' ? [value] : name === '$size' ? 1 : value };
        const plain = compileMatcher(bson({ a: condition }))(document);
        expect(compileMatcher(bson({ a: { $not: condition } }))(document)).toBe(!plain);
        expect(compileMatcher(bson({ $nor: [{ a: condition }] }))(document)).toBe(!plain);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with an independent matcher on plain documents', () => {
    const scalar = fc.constantFrom(0, 1, 2, 'a', 'b', true, null);
    const field = fc.oneof(
      scalar,
      fc.array(scalar, { maxLength: 3 }),
      fc.record({ c: scalar }, { noNullPrototype: true }),
      fc.array(fc.record({ c: scalar }, { noNullPrototype: true }), { maxLength: 2 }),
    );
    const document = fc.record({ a: field, b: field }, { requiredKeys: [], noNullPrototype: true });
    const comparison = fc.oneof(
      fc.record({ $in: fc.array(fc.constantFrom(0, 1, 'a'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ $gt: fc.constantFrom(0, 1, 'a') }),
      fc.record({ $lte: fc.constantFrom(0, 1, 'a') }),
    );
    const condition = fc.oneof(
      scalar,
      comparison,
      fc.record({ $ne: scalar }),
      fc.record({ $exists: fc.boolean() }),
      fc.record({ $size: fc.nat(2) }),
    );
    const query = fc.oneof(
      fc.record({ a: condition }),
      fc.record({ 'a.c': comparison }),
      fc.record({ $or: fc.tuple(fc.record({ a: condition }), fc.record({ b: condition })) }),
    );
    fc.assert(
      fc.property(document, query, (found, asked) => {
        expect(matches(asked, found)).toBe(new Query(asked).test(found));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [{ a: { $near: [0, 0] } }, /\$near is not supported/],
    [{ $where: 'true' }, /\$where is not supported/],
    [{ $expr: {} }, /\$expr is not supported/],
    [{ a: { $wrong: 1 } }, /unknown operator: \$wrong/],
    [{ $wrong: [] }, /unknown top level operator: \$wrong/],
    [{ a: { $regex: '(', $options: '' } }, /invalid/],
    [{ a: { $regex: 'a', $options: 'x' } }, /option x is not supported/],
  ])('%j is refused by name', (query, message) => {
    expect(() => compileMatcher(bson(query))).toThrow(message);
  });
});
