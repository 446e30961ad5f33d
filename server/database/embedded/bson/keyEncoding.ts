import type { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson';
import { rankOf, typeRank } from './types.js';
import type { BsonDocument, BsonValue, MaybeValue, NumericValue } from './values.js';
import { rawNumber } from './values.js';

export type Direction = 1 | -1;

/**
 * Writes values as bytes whose plain order is the order of `compareValues`, so that SQLite can keep an index by them.
 * Every value ends itself (no encoding is the beginning of another), so values can follow one another in a compound key;
 * a descending field has all its bits turned over.
 */
export function encodeKey(values: readonly MaybeValue[], directions: readonly Direction[]): Buffer {
  const writer = new KeyWriter();
  for (const [index, value] of values.entries()) {
    const start = writer.length;
    writer.value(value);
    if (directions[index] === -1) writer.invertFrom(start);
  }
  return writer.finish();
}

/** The smallest key above every key that begins with `prefix`; undefined when there is none. */
export function keyAfterPrefix(prefix: Buffer): Buffer | undefined {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  if (length === 0) return undefined;
  const after = Buffer.from(prefix.subarray(0, length));
  after.writeUInt8(after.readUInt8(length - 1) + 1, length - 1);
  return after;
}

class KeyWriter {
  private bytes = Buffer.allocUnsafe(64);
  length = 0;

  finish(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  invertFrom(start: number): void {
    for (let at = start; at < this.length; at += 1) this.bytes.writeUInt8(0xff - this.bytes.readUInt8(at), at);
  }

  value(value: MaybeValue): void {
    const rank = rankOf(value);
    this.byte(rank);
    if (value !== undefined) this.body(rank, value);
  }

  private body(rank: number, value: BsonValue): void {
    if (rank === typeRank.double) this.number(rawNumber(value as NumericValue));
    else if (rank === typeRank.string) this.text(value as string);
    else if (rank === typeRank.objectId) this.raw((value as ObjectId).id);
    else if (rank === typeRank.date) this.long(BigInt((value as Date).getTime()) + 2n ** 63n);
    else if (rank === typeRank.bool) this.byte(value === true ? 1 : 0);
    else if (rank === typeRank.binData) this.binary(value as Binary);
    else if (rank === typeRank.object) this.document(value as BsonDocument);
    else if (rank === typeRank.array) this.array(value as BsonValue[]);
    else if (rank === typeRank.timestamp) this.long(BigInt.asUintN(64, (value as Timestamp).toBigInt()));
    else if (rank === typeRank.regex) {
      this.text((value as BSONRegExp).pattern);
      this.text((value as BSONRegExp).options);
    }
  }

  /**
   * The double at or below the number, then how far the number lies above it: zero but for 64-bit integers beyond 2^53.
   * So 5, 5.0 and the long 5 have one key, and no long is confused with its neighbour.
   */
  private number(value: number | bigint): void {
    const floor = typeof value === 'bigint' ? doubleAtOrBelow(value) : value;
    const at = this.grow(10);
    if (Number.isNaN(floor)) {
      this.bytes.fill(0, at, at + 10);
      return;
    }
    this.bytes.writeDoubleBE(floor === 0 ? 0 : floor, at);
    const negative = floor < 0;
    for (let index = at; index < at + 8; index += 1) {
      const byte = this.bytes.readUInt8(index);
      this.bytes.writeUInt8(negative ? 0xff - byte : index === at ? byte | 0x80 : byte, index);
    }
    this.bytes.writeUInt16BE(typeof value === 'bigint' ? Number(value - BigInt(floor)) : 0, at + 8);
  }

  /** UTF-8 closed by 00 00; a null character inside becomes 00 FF, which sorts above the end and below every other. */
  private text(text: string): void {
    if (!text.includes('\0')) {
      const size = Buffer.byteLength(text);
      const at = this.grow(size + 2);
      this.bytes.write(text, at, 'utf8');
      this.bytes.writeUInt16BE(0, at + size);
      return;
    }
    for (const byte of Buffer.from(text)) {
      this.byte(byte);
      if (byte === 0) this.byte(0xff);
    }
    const end = this.grow(2);
    this.bytes.writeUInt16BE(0, end);
  }

  private document(document: BsonDocument): void {
    for (const [name, value] of document) {
      const rank = rankOf(value);
      this.byte(rank);
      this.text(name);
      this.body(rank, value);
    }
    this.byte(0);
  }

  private array(items: readonly BsonValue[]): void {
    for (const item of items) this.value(item);
    this.byte(0);
  }

  private binary(value: Binary): void {
    const at = this.grow(5);
    this.bytes.writeUInt32BE(value.length(), at);
    this.bytes.writeUInt8(value.sub_type, at + 4);
    this.raw(value.value());
  }

  private long(value: bigint): void {
    const at = this.grow(8);
    this.bytes.writeBigUInt64BE(value, at);
  }

  private raw(content: Uint8Array): void {
    const at = this.grow(content.length);
    this.bytes.set(content, at);
  }

  private byte(value: number): void {
    const at = this.grow(1);
    this.bytes[at] = value;
  }

  private grow(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    return start;
  }
}

function doubleAtOrBelow(value: bigint): number {
  const nearest = Number(value);
  if (BigInt(nearest) <= value) return nearest;
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(nearest);
  bits.writeBigInt64BE(bits.readBigInt64BE() + (nearest > 0 ? -1n : 1n));
  return bits.readDoubleBE();
}
