import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createConnection } from 'node:net';
import type { Document } from 'bson';
import { deserialize, serialize } from 'bson';

/** A client of the wire protocol without any help: for repeats the driver would not send, and for broken messages. */
export class RawClient {
  private received = Buffer.alloc(0);
  private readonly replies: Document[] = [];
  private waiting: { resolve: (reply: Document) => void; reject: (reason: Error) => void } | undefined;
  private lastId = 0;

  private constructor(readonly socket: Socket) {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('close', () => this.waiting?.reject(new Error('the connection was closed')));
  }

  static async connect(uri: string): Promise<RawClient> {
    const path = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');
    const socket = createConnection(path);
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  async command(body: Document): Promise<Document> {
    this.send(message(this.nextId(), 0, Buffer.from([0]), Buffer.from(serialize(body))));
    return this.reply();
  }

  send(frame: Buffer): void {
    this.socket.write(frame);
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  reply(): Promise<Document> {
    const ready = this.replies.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    if (this.socket.closed) return Promise.reject(new Error('the connection is closed'));
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }

  /** Kept when the connection is closed, from whichever side. */
  closed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.closed) resolve();
      else this.socket.once('close', () => resolve());
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    while (this.received.length >= 4 && this.received.length >= this.received.readInt32LE(0)) {
      const frame = this.received.subarray(0, this.received.readInt32LE(0));
      this.received = this.received.subarray(frame.length);
      const reply = deserialize(frame.subarray(frame.readInt32LE(12) === 1 ? 36 : 21));
      if (this.waiting === undefined) this.replies.push(reply);
      else this.waiting.resolve(reply);
      this.waiting = undefined;
    }
  }
}

/** An OP_MSG with these flags and this content after them. */
export function message(id: number, flags: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(20);
  header.writeInt32LE(20 + body.length, 0);
  header.writeInt32LE(id, 4);
  header.writeInt32LE(2013, 12);
  header.writeUInt32LE(flags, 16);
  return Buffer.concat([header, body]);
}
