import { deserialize, serialize } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '../../../../test/store/arbitraryBson.js';
import { CommandError } from '../commandError.js';
import { equalValues } from './compare.js';
import { decodeDocument } from './decode.js';
import { encodeDocument } from './encode.js';

describe('BSON', () => {
  it('is read back as it was written, types and order of fields included', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const bytes = encodeDocument(document);
        const again = decodeDocument(bytes);
        expect(equalValues(again, document)).toBe(true);
        expect(encodeDocument(again).equals(bytes)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is what the official library writes and reads', () => {
    const document = { n: 1, x: 1.5, text: 'Жезқазған', list: [true, null, { deep: new Date(5) }], '1': 'kept' };
    expect(encodeDocument(decodeDocument(Buffer.from(serialize(document)))).equals(serialize(document))).toBe(true);
    expect(deserialize(encodeDocument(new Map([['town', 'Сәтбаев']])))).toEqual({ town: 'Сәтбаев' });
  });

  it('stays right when a document outgrows its first buffer at any place', () => {
    for (let length = 0; length < 1200; length += 1) {
      const document = new Map<string, string | boolean>([
        ['filler', 'x'.repeat(length)],
        ['after', true],
      ]);
      expect(decodeDocument(encodeDocument(document))).toEqual(document);
    }
  });

  it('steps over the fields nobody asked for', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const partly = decodeDocument(encodeDocument(document), new Set(['a', '1']));
        expect([...partly.keys()]).toEqual([...document.keys()].filter((name) => name === 'a' || name === '1'));
      }),
    );
  });

  it('is refused when it is damaged, without reading past its end', () => {
    const bytes = encodeDocument(new Map([['a', 'some text']]));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = Buffer.from(bytes.subarray(0, length));
        if (at < damaged.length) damaged[at] = byte;
        try {
          decodeDocument(damaged);
        } catch (error) {
          expect(error instanceof CommandError || error instanceof RangeError).toBe(true);
        }
      }),
    );
  });

  it('with a type the store does not keep is refused by the name of the type', () => {
    const decimal = Buffer.concat([Buffer.from([24, 0, 0, 0, 0x13, 0x61, 0]), Buffer.alloc(17)]);
    expect(() => decodeDocument(decimal)).toThrow(/BSON type decimal/);
  });
});
