import { decodeDocument } from '../bson/decode.js';
import type { EncodableDocument } from '../bson/encode.js';
import { BsonWriter } from '../bson/encode.js';
import type { BsonDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import { crc32c } from './crc32c.js';
import { MalformedFrame } from './frames.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1 << 0;
const MORE_TO_COME = 1 << 1;
/** The lower sixteen flag bits must be understood; the upper ones (exhaustAllowed among them) may be ignored. */
const REQUIRED_BITS = 0xffff;

/** One request of a client: the command document and the document sequences that came beside it. */
export interface Message {
  requestId: number;
  kind: 'msg' | 'query';
  body: BsonDocument;
  sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** The client does not wait for a reply. */
  unacknowledged: boolean;
  /** The command holds something the store does not keep (a Decimal128, say): to be answered with this error. */
  refusal?: CommandError;
}

export function readMessage(frame: Buffer): Message {
  const requestId = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  try {
    if (opCode === OP_MSG) return readOpMsg(frame, requestId);
    if (opCode === OP_QUERY) return readOpQuery(frame, requestId);
  } catch (error) {
    if (error instanceof CommandError && error.codeName !== 'InvalidBSON') return refusedMessage(requestId, opCode, error);
    throw new MalformedFrame('a message that cannot be read', { cause: error });
  }
  throw new MalformedFrame(`the operation code ${opCode}`);
}

const refusedMessage = (requestId: number, opCode: number, refusal: CommandError): Message => ({
  requestId,
  kind: opCode === OP_MSG ? 'msg' : 'query',
  body: new Map(),
  sequences: new Map(),
  unacknowledged: false,
  refusal,
});

function readOpMsg(frame: Buffer, requestId: number): Message {
  const flags = frame.readUInt32LE(16);
  if ((flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new MalformedFrame('an unknown required flag');
  let end = frame.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (crc32c(frame.subarray(0, end)) !== frame.readUInt32LE(end)) throw new MalformedFrame('a wrong checksum');
  }
  let body: BsonDocument | undefined;
  const sequences = new Map<string, readonly Buffer[]>();
  for (let at = 20; at < end;) {
    const kind = frame.readUInt8(at);
    const section = sized(frame, at + 1, end);
    if (kind === 0 && body === undefined) body = decodeDocument(section);
    else if (kind === 1) readSequence(section, sequences);
    else throw new MalformedFrame(`a section of kind ${kind}`);
    at += 1 + section.length;
  }
  if (body === undefined) throw new MalformedFrame('a message without a command');
  return { requestId, kind: 'msg', body, sequences, unacknowledged: (flags & MORE_TO_COME) !== 0 };
}

function readSequence(section: Buffer, sequences: Map<string, readonly Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new MalformedFrame('a sequence without a name');
  const name = section.toString('utf8', 4, nameEnd);
  if (sequences.has(name)) throw new MalformedFrame('two sequences of one name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const document = sized(section, at, section.length);
    documents.push(document);
    at += document.length;
  }
  sequences.set(name, documents);
}

/** Drivers open a connection with a hello in this old form; nothing else may use it. */
function readOpQuery(frame: Buffer, requestId: number): Message {
  const nameEnd = frame.indexOf(0, 20);
  if (nameEnd < 0) throw new MalformedFrame('a query without a collection');
  const collection = frame.toString('utf8', 20, nameEnd);
  if (!collection.endsWith('.$cmd')) throw new MalformedFrame('a query in the old protocol');
  const body = decodeDocument(sized(frame, nameEnd + 9, frame.length));
  if (!body.has('$db')) body.set('$db', collection.slice(0, -'.$cmd'.length));
  return { requestId, kind: 'query', body, sequences: new Map(), unacknowledged: false };
}

function sized(bytes: Buffer, at: number, end: number): Buffer {
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > end) throw new MalformedFrame('a length that does not fit');
  return bytes.subarray(at, at + size);
}

let lastRequestId = 0;

export function writeReply(message: Message, reply: EncodableDocument): Buffer {
  const prefix = message.kind === 'msg' ? 21 : 36;
  const writer = new BsonWriter(prefix);
  writer.document(reply);
  const frame = writer.finish();
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  frame.fill(0, 0, prefix);
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(lastRequestId, 4);
  frame.writeInt32LE(message.requestId, 8);
  frame.writeInt32LE(message.kind === 'msg' ? OP_MSG : OP_REPLY, 12);
  if (message.kind === 'query') frame.writeInt32LE(1, 32);
  return frame;
}
