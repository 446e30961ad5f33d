import type { MaxKey } from 'bson';
import { Binary, BSONRegExp, Int32, MinKey, ObjectId, Timestamp } from 'bson';
import { CommandError } from '../commandError.js';
import type { BsonValue } from './values.js';

/** A document that is already BSON: stored bytes go to the client without being read and written again. */
export class RawDocument {
  constructor(readonly bytes: Buffer) {}
}

export type Encodable = BsonValue | RawDocument | RawDocument[];
export type EncodableDocument = ReadonlyMap<string, Encodable>;

export function encodeDocument(document: EncodableDocument): Buffer {
  const writer = new BsonWriter();
  writer.document(document);
  return writer.finish();
}

/** Writes BSON into a buffer that grows; `reserve` leaves room for a message header in front. */
export class BsonWriter {
  private bytes: Buffer;
  private position: number;

  constructor(reserve = 0) {
    this.bytes = Buffer.allocUnsafe(reserve + 512);
    this.position = reserve;
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.position);
  }

  document(document: EncodableDocument): void {
    const start = this.grow(4);
    for (const [name, value] of document) this.element(name, value);
    this.close(start);
  }

  private array(items: readonly Encodable[]): void {
    const start = this.grow(4);
    for (const [index, value] of items.entries()) this.element(String(index), value);
    this.close(start);
  }

  private close(start: number): void {
    this.byte(0);
    this.bytes.writeInt32LE(this.position - start, start);
  }

  private element(name: string, value: Encodable): void {
    const typeAt = this.grow(1);
    this.cstring(name);
    const type = this.value(value);
    this.bytes[typeAt] = type;
  }

  private value(value: Encodable): number {
    switch (typeof value) {
      case 'string':
        this.string(value);
        return 0x02;
      case 'number': {
        const at = this.grow(8);
        this.bytes.writeDoubleLE(value, at);
        return 0x01;
      }
      case 'boolean':
        this.byte(value ? 1 : 0);
        return 0x08;
      case 'bigint':
        this.long(value);
        return 0x12;
      default:
        return this.objectValue(value);
    }
  }

  private objectValue(value: Exclude<Encodable, string | number | boolean | bigint>): number {
    if (value === null) return 0x0a;
    if (value instanceof Int32) {
      this.int32(value.value);
      return 0x10;
    }
    if (value instanceof RawDocument) {
      this.raw(value.bytes);
      return 0x03;
    }
    if (value instanceof Map) {
      this.document(value);
      return 0x03;
    }
    if (Array.isArray(value)) {
      this.array(value);
      return 0x04;
    }
    return this.special(value);
  }

  private special(value: Date | ObjectId | Binary | Timestamp | BSONRegExp | MinKey | MaxKey): number {
    if (value instanceof ObjectId) {
      this.raw(value.id);
      return 0x07;
    }
    if (value instanceof Date) {
      this.long(BigInt(value.getTime()));
      return 0x09;
    }
    if (value instanceof Binary) {
      const content = value.value();
      this.int32(content.length);
      this.byte(value.sub_type);
      this.raw(content);
      return 0x05;
    }
    if (value instanceof BSONRegExp) {
      this.cstring(value.pattern);
      this.cstring(value.options);
      return 0x0b;
    }
    if (value instanceof Timestamp) {
      this.long(BigInt.asIntN(64, value.toBigInt()));
      return 0x11;
    }
    return value instanceof MinKey ? 0xff : 0x7f;
  }

  private byte(value: number): void {
    const at = this.grow(1);
    this.bytes[at] = value;
  }

  private int32(value: number): void {
    const at = this.grow(4);
    this.bytes.writeInt32LE(value, at);
  }

  private long(value: bigint): void {
    const at = this.grow(8);
    this.bytes.writeBigInt64LE(value, at);
  }

  private raw(content: Uint8Array): void {
    const at = this.grow(content.length);
    this.bytes.set(content, at);
  }

  private string(text: string): void {
    const length = Buffer.byteLength(text) + 1;
    this.int32(length);
    const at = this.grow(length);
    this.bytes.write(text, at, 'utf8');
    this.bytes[this.position - 1] = 0;
  }

  private cstring(text: string): void {
    if (text.includes('\0')) throw new CommandError('BadValue', 'a field name must not contain a null byte');
    const at = this.grow(Buffer.byteLength(text) + 1);
    this.bytes.write(text, at, 'utf8');
    this.bytes[this.position - 1] = 0;
  }

  /** Makes room for `count` bytes and answers where they begin. Call it before touching `this.bytes`: growing replaces it. */
  private grow(count: number): number {
    const start = this.position;
    this.position += count;
    if (this.position > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.position, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    return start;
  }
}
