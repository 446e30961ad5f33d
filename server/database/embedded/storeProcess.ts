import { mkdirSync } from 'node:fs';
import { answerMessage } from './commands/dispatch.js';
import { lockDataFolder } from './dataFolderLock.js';
import type { FaultRequest, FromStore, ToStore } from './protocol.js';
import { Store } from './storage/store.js';
import type { Fault } from './storage/writeQueue.js';
import { Listener } from './wire/listener.js';

const SWEEP_EVERY_MS = 30_000;

/**
 * The store's process, forked by the app. It lives as long as the app: when the channel to the app closes, in whatever way,
 * it ends. Signals from the terminal go to the app and the store alike; the store leaves them to the app, which still needs
 * it while it drains.
 */
function main(): void {
  let finish = (): void => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: ToStore) => {
    if (message.type === 'stop') finish();
    else {
      start(message).then((stop) => {
        finish = stop;
      }, refuse);
    }
  });
}

/** @returns how to stop what was started */
async function start({ dataDir, listen, clockAheadMs, fault }: ToStore & { type: 'start' }): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(dataDir);
  const store = new Store(dataDir, { fault: faultFrom(fault), report: reportTrouble });
  const listener = new Listener(
    listen,
    (message, client) => answerMessage(store, message, client),
    (connectionId) => store.transactions.endOfConnection(connectionId),
  );
  const port = await listener.open();
  const sweeping = setInterval(() => void sweep(store, Date.now() + clockAheadMs), SWEEP_EVERY_MS);
  tell({ type: 'ready', ...(port === undefined ? {} : { port }) });
  return () => {
    clearInterval(sweeping);
    listener.close();
    store.close();
    lock.close();
    process.exit(0);
  };
}

async function sweep(store: Store, now: number): Promise<void> {
  try {
    await store.sweep(now);
    store.checkpoint();
  } catch (error) {
    reportTrouble(error);
  }
}

function refuse(error: unknown): void {
  tell({ type: 'refused', message: textOf(error) }, () => process.exit(1));
}

const reportTrouble = (error: unknown): void => tell({ type: 'trouble', message: textOf(error) });

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function tell(message: FromStore, sent: () => void = () => undefined): void {
  process.send?.(message, sent);
}

const faultFrom = (request: FaultRequest | undefined): Fault | undefined =>
  request === undefined ? undefined : { ...request, strike: () => process.kill(process.pid, 'SIGKILL') };

main();
