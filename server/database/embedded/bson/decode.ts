import { Binary, BSONRegExp, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { CommandError, notSupported } from '../commandError.js';
import { refusedTypes } from './types.js';
import type { BsonDocument, BsonValue } from './values.js';

const MAX_DEPTH = 180;
const minKey = new MinKey();
const maxKey = new MaxKey();

const invalid = (reason: string): CommandError => new CommandError('InvalidBSON', `invalid BSON: ${reason}`);

/**
 * Reads one BSON document that fills `bytes` exactly.
 * @param wanted top-level names to read; the others are stepped over, which makes scans of wide documents cheap
 */
export function decodeDocument(bytes: Buffer, wanted?: ReadonlySet<string>): BsonDocument {
  const reader = new BsonReader(bytes);
  const document = reader.readDocument(0, wanted);
  if (reader.position !== bytes.length) throw invalid('bytes after the end of the document');
  return document;
}

class BsonReader {
  position = 0;
  private end: number;

  constructor(private readonly bytes: Buffer) {
    this.end = bytes.length;
  }

  readDocument(depth: number, wanted?: ReadonlySet<string>): BsonDocument {
    const outerEnd = this.enter(depth);
    const document: BsonDocument = new Map();
    let count = 0;
    for (let type = this.byte(); type !== 0; type = this.byte()) {
      const name = this.cstring();
      if (wanted !== undefined && !wanted.has(name)) {
        this.skip(type);
        continue;
      }
      document.set(name, this.readValue(type, depth + 1));
      count += 1;
    }
    if (document.size !== count) throw notSupported('a document with two fields of the same name', 'BadValue');
    this.leave(outerEnd);
    return document;
  }

  private readArray(depth: number): BsonValue[] {
    const outerEnd = this.enter(depth);
    const items: BsonValue[] = [];
    for (let type = this.byte(); type !== 0; type = this.byte()) {
      while (this.byte() !== 0);
      items.push(this.readValue(type, depth + 1));
    }
    this.leave(outerEnd);
    return items;
  }

  /** Narrows the readable range to the document that starts here; answers the range to go back to. */
  private enter(depth: number): number {
    if (depth > MAX_DEPTH) throw new CommandError('Overflow', `a document is nested more than ${MAX_DEPTH} levels deep`);
    const start = this.position;
    const size = this.int32();
    if (size < 5 || start + size > this.end) throw invalid('a length that does not fit');
    const outerEnd = this.end;
    this.end = start + size;
    return outerEnd;
  }

  private leave(outerEnd: number): void {
    if (this.position !== this.end) throw invalid('a document that ends early');
    this.end = outerEnd;
  }

  private readValue(type: number, depth: number): BsonValue {
    switch (type) {
      case 0x01:
        return this.bytes.readDoubleLE(this.take(8));
      case 0x02:
        return this.string();
      case 0x03:
        return this.readDocument(depth);
      case 0x04:
        return this.readArray(depth);
      case 0x05:
        return this.binary();
      case 0x07:
        return new ObjectId(Uint8Array.prototype.slice.call(this.bytes, this.take(12), this.position));
      case 0x08:
        return this.boolean();
      case 0x09:
        return this.date();
      case 0x0a:
        return null;
      case 0x0b:
        return new BSONRegExp(this.cstring(), this.cstring());
      case 0x10:
        return new Int32(this.int32());
      case 0x11:
        return new Timestamp(this.bytes.readBigUInt64LE(this.take(8)));
      case 0x12:
        return this.bytes.readBigInt64LE(this.take(8));
      case 0xff:
        return minKey;
      case 0x7f:
        return maxKey;
      default:
        throw this.refuseType(type);
    }
  }

  private skip(type: number): void {
    if (type === 0x03 || type === 0x04) {
      const size = this.bytes.readInt32LE(this.take(4));
      this.take(Math.max(size - 4, 1));
    } else if (type === 0x02) this.take(this.length(1));
    else if (type === 0x05) this.take(this.length(0) + 1);
    else if (type === 0x01 || type === 0x09 || type === 0x11 || type === 0x12) this.take(8);
    else if (type === 0x10) this.take(4);
    else if (type === 0x08) this.take(1);
    else if (type === 0x07) this.take(12);
    else this.readValue(type, 1);
  }

  private refuseType(type: number): CommandError {
    const name = refusedTypes.get(type);
    return name === undefined ? invalid(`unknown type ${type}`) : notSupported(`the BSON type ${name}`, 'BadValue');
  }

  private take(count: number): number {
    const start = this.position;
    this.position += count;
    if (this.position > this.end) throw invalid('a value that runs over the end');
    return start;
  }

  private byte(): number {
    const start = this.take(1);
    return this.bytes[start] ?? 0;
  }

  private int32(): number {
    return this.bytes.readInt32LE(this.take(4));
  }

  private length(least: number): number {
    const length = this.int32();
    if (length < least) throw invalid('a negative length');
    return length;
  }

  private boolean(): boolean {
    const value = this.byte();
    if (value > 1) throw invalid('a boolean that is neither 0 nor 1');
    return value === 1;
  }

  private date(): Date {
    const date = new Date(Number(this.bytes.readBigInt64LE(this.take(8))));
    if (Number.isNaN(date.getTime())) throw notSupported('a date beyond the year 275760', 'BadValue');
    return date;
  }

  private binary(): Binary {
    const length = this.length(0);
    const subtype = this.byte();
    const start = this.take(length);
    return new Binary(Uint8Array.prototype.slice.call(this.bytes, start, this.position), subtype);
  }

  private string(): string {
    const length = this.length(1);
    const start = this.take(length);
    if (this.bytes[this.position - 1] !== 0) throw invalid('a string without its end');
    return this.bytes.toString('utf8', start, this.position - 1);
  }

  /** Field names are short and mostly ASCII: gathering characters beats a call into the native decoder. */
  private cstring(): string {
    const start = this.position;
    let text = '';
    for (let code = this.byte(); code !== 0; code = this.byte()) {
      if (code > 0x7f) return this.unicodeName(start);
      text += String.fromCharCode(code);
    }
    return text;
  }

  private unicodeName(start: number): string {
    while (this.byte() !== 0);
    return this.bytes.toString('utf8', start, this.position - 1);
  }
}
