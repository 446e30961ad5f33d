import { serialize } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32c } from '../../server/database/embedded/wire/crc32c.js';
import { FrameSplitter } from '../../server/database/embedded/wire/frames.js';
import type { TestStore } from './openStore.js';
import { openStore } from './openStore.js';
import { message, RawClient } from './rawClient.js';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const ping = Buffer.from(serialize({ ping: 1, $db: 'admin' }));
const body = (document: Buffer): Buffer => Buffer.concat([Buffer.from([0]), document]);

function sequence(name: string, ...documents: Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.from([1]), size, content]);
}

describe('The wire protocol', () => {
  it('takes the greeting in its old form, OP_QUERY, and nothing else in it', async () => {
    const raw = await RawClient.connect(store.store.uri);
    const query = (command: object): Buffer => {
      const content = Buffer.concat([
        Buffer.alloc(4),
        Buffer.from('admin.$cmd\0'),
        Buffer.alloc(4),
        Buffer.from([255, 255, 255, 255]),
        serialize(command),
      ]);
      const header = Buffer.alloc(16);
      header.writeInt32LE(16 + content.length, 0);
      header.writeInt32LE(2004, 12);
      return Buffer.concat([header, content]);
    };
    raw.send(query({ isMaster: 1, helloOk: true }));
    expect(await raw.reply()).toMatchObject({
      ok: 1,
      ismaster: true,
      helloOk: true,
      setName: 'aleuet',
      logicalSessionTimeoutMinutes: 30,
    });
    raw.send(query({ find: 'some' }));
    expect(await raw.reply()).toMatchObject({ ok: 0, code: 115 });
    raw.close();
  });

  it('checks a checksum, ignores that a client would take more replies, and does not answer who wants no answer', async () => {
    const raw = await RawClient.connect(store.store.uri);
    const unsigned = message(1, 1, body(ping), Buffer.alloc(4));
    unsigned.writeUInt32LE(crc32c(unsigned.subarray(0, -4)), unsigned.length - 4);
    raw.send(unsigned);
    expect(await raw.reply()).toEqual({ ok: 1 });
    raw.send(message(2, 1 << 16, body(ping)));
    expect(await raw.reply()).toEqual({ ok: 1 });
    const insert = { insert: 'silent', documents: [{ a: 1 }], $db: 'test', writeConcern: { w: 0 } };
    raw.send(message(3, 2, body(Buffer.from(serialize(insert)))));
    expect(await raw.command({ count: 'silent', $db: 'test' })).toMatchObject({ n: 1 });
    raw.close();
  });

  it('takes documents beside the command', async () => {
    const raw = await RawClient.connect(store.store.uri);
    const insert = Buffer.from(serialize({ insert: 'beside', $db: 'test' }));
    raw.send(
      message(1, 0, body(insert), sequence('documents', Buffer.from(serialize({ a: 1 })), Buffer.from(serialize({ a: 2 })))),
    );
    expect(await raw.reply()).toMatchObject({ n: 2, ok: 1 });
    raw.close();
  });

  const broken: [string, Buffer][] = [
    ['a length of nothing', Buffer.alloc(16)],
    ['a length beyond 48 MB', Buffer.from([0, 0, 0, 127, ...Buffer.alloc(12)])],
    ['an unknown operation', Buffer.from([16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0])],
    ['an unknown required flag', message(1, 1 << 5, body(ping))],
    ['a wrong checksum', message(1, 1, body(ping), Buffer.from([1, 2, 3, 4]))],
    ['no command', message(1, 0)],
    ['two commands', message(1, 0, body(ping), body(ping))],
    ['a section of an unknown kind', message(1, 0, Buffer.concat([Buffer.from([7]), ping]))],
    ['a document longer than its message', message(1, 0, Buffer.from([0, 200, 0, 0, 0, 1]))],
    ['a sequence without an end to its name', message(1, 0, body(ping), Buffer.from([1, 8, 0, 0, 0, 65, 65, 65, 65]))],
    ['BSON of an unknown type', message(1, 0, Buffer.from([0, 12, 0, 0, 0, 99, 97, 0, 0, 0, 0, 0, 0]))],
  ];

  it.each(broken)('closes the connection that sends a message with %s, and only that one', async (_name, frame) => {
    const [good, bad] = await Promise.all([RawClient.connect(store.store.uri), RawClient.connect(store.store.uri)]);
    const pid = store.store.pid();
    bad.send(frame);
    await bad.closed();
    expect(await good.command({ ping: 1, $db: 'admin' })).toEqual({ ok: 1 });
    expect(store.store.pid()).toBe(pid);
    good.close();
  });

  it('survives noise', async () => {
    const pid = store.store.pid();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.nat(ping.length - 1),
        fc.nat(255),
        async (noise, at, byte) => {
          const raw = await RawClient.connect(store.store.uri);
          const damaged = Buffer.from(ping);
          damaged[at] = byte;
          raw.send(message(1, 0, body(damaged)));
          raw.send(Buffer.from(noise));
          raw.socket.end();
          await raw.closed();
        },
      ),
      { numRuns: 60 },
    );
    await store.client.db('admin').command({ ping: 1 });
    expect(store.store.pid()).toBe(pid);
  });

  it('does not care how its messages are cut up', () => {
    const frames = [message(1, 0, body(ping)), message(2, 0, Buffer.alloc(300)), message(3, 0)];
    const stream = Buffer.concat(frames);
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const splitter = new FrameSplitter();
        const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const parts = places.slice(1).map((end, at) => stream.subarray(places[at], end));
        expect(parts.flatMap((part) => splitter.push(part))).toEqual(frames);
      }),
    );
  });
});
