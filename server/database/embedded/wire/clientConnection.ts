import type { Socket } from 'node:net';
import type { EncodableDocument } from '../bson/encode.js';
import { FrameSplitter, MalformedFrame } from './frames.js';
import type { Message } from './messages.js';
import { readMessage, writeReply } from './messages.js';

const MOST_WAITING_FRAMES = 16;

/** What a command may know about the connection it came on. */
export interface ClientConnection {
  readonly id: number;
  /** False on the loopback port that stands in for a UNIX socket on Windows: any local user can reach that. */
  readonly isPrivateSocket: boolean;
}

export type Answer = (message: Message, connection: ClientConnection) => Promise<EncodableDocument> | EncodableDocument;

/** Serves one client: requests are answered one after the other, a malformed one ends the connection. */
export function serveConnection(socket: Socket, connection: ClientConnection, answer: Answer, onClosed: () => void): void {
  const splitter = new FrameSplitter();
  const waiting: Buffer[] = [];
  let busy = false;
  const isOpen = (): boolean => socket.writable;

  const work = async (): Promise<void> => {
    busy = true;
    for (let frame = waiting.shift(); frame !== undefined && isOpen(); frame = waiting.shift()) {
      const message = readMessage(frame);
      const reply = await answer(message, connection);
      if (!message.unacknowledged && isOpen()) socket.write(writeReply(message, reply));
      if (socket.isPaused() && waiting.length < MOST_WAITING_FRAMES) socket.resume();
    }
    busy = false;
  };
  const close = (error: unknown): void => {
    socket.destroy();
    if (!(error instanceof MalformedFrame)) throw error;
  };

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('close', onClosed);
  socket.on('data', (chunk: Buffer) => {
    try {
      waiting.push(...splitter.push(chunk));
    } catch (error) {
      close(error);
      return;
    }
    if (waiting.length >= MOST_WAITING_FRAMES) socket.pause();
    if (!busy) work().catch(close);
  });
}
