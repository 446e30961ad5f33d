import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import type { ListenOptions } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const LONGEST_SOCKET_PATH = 103;
const SOCKET_FILE = 'store.sock';

/**
 * Where the store of a data folder listens: a socket in the folder, or, when that path is too long for a UNIX socket, in a
 * private folder of this user under the temporary directory. The same data folder always gives the same path, so a restarted
 * store is found again and the operations commands find a running one.
 */
export function socketPathFor(dataDir: string): string {
  const besideData = join(realpathSync(dataDir), SOCKET_FILE);
  if (Buffer.byteLength(besideData) <= LONGEST_SOCKET_PATH) return besideData;
  const digest = createHash('sha256').update(besideData).digest('hex').slice(0, 16);
  return join(privateFolder(join(tmpdir(), `aleuet-${userInfo().uid}-${digest}`)), SOCKET_FILE);
}

/** Makes the folder, or checks that the one there is ours and closed to others: anybody may write to the temporary directory. */
function privateFolder(path: string): string {
  mkdirSync(path, { mode: 0o700, recursive: true });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${path} must be a folder of this user that no one else may enter`);
  }
  return path;
}

/** Windows has no UNIX sockets that the driver can use, so a loopback port stands in; 0 lets the system choose one. */
export function listenOptionsFor(dataDir: string, knownPort: number | undefined): ListenOptions {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: knownPort ?? 0 };
  return { path: socketPathFor(dataDir) };
}

export function storeUri(listen: ListenOptions): string {
  const address = listen.path === undefined ? `127.0.0.1:${listen.port ?? 0}` : encodeURIComponent(listen.path);
  return `mongodb://${address}/aleuet?directConnection=true`;
}
