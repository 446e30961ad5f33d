import { chmodSync, rmSync } from 'node:fs';
import type { AddressInfo, ListenOptions, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Answer } from './clientConnection.js';
import { serveConnection } from './clientConnection.js';

/** The listening socket and the connections it has accepted. */
export class Listener {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private lastConnectionId = 0;

  constructor(
    private readonly options: ListenOptions,
    answer: Answer,
    onClosed: (connectionId: number) => void,
  ) {
    this.server = createServer((socket) => {
      this.lastConnectionId += 1;
      const connection = { id: this.lastConnectionId, isPrivateSocket: options.path !== undefined };
      this.sockets.add(socket);
      serveConnection(socket, connection, answer, () => {
        this.sockets.delete(socket);
        onClosed(connection.id);
      });
    });
  }

  /** @returns the port, when it is one. The lock on the data folder must be held: a socket file left by a crash is removed. */
  async open(): Promise<number | undefined> {
    const { path } = this.options;
    if (path !== undefined) rmSync(path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.options, resolve);
    });
    if (path === undefined) return (this.server.address() as AddressInfo).port;
    chmodSync(path, 0o600);
    return undefined;
  }

  /** Stops accepting and ends every connection; what was acknowledged is durable already. */
  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
