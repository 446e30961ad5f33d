import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { ListenOptions } from 'node:net';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultRequest, FromStore, ToStore } from './protocol.js';
import { listenOptionsFor, storeUri } from './socketAddress.js';

/** As much of a logger as the supervisor needs; a pino logger fits. */
export interface StoreLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface EmbeddedStoreOptions {
  dataDir: string;
  log: StoreLog;
  /** The store's process died; it is being started again. */
  onDown?: () => void;
  onUp?: () => void;
  /** What expires does so by the clock of the app, wherever that stands. */
  clock?: () => Date;
  /** For the crash tests only. */
  fault?: FaultRequest;
}

export interface EmbeddedStore {
  /** For the official driver, mongoose and connect-mongo; stays the same when the store is restarted. */
  readonly uri: string;
  isReady(): boolean;
  pid(): number | undefined;
  stop(): Promise<void>;
}

const RESTART_PAUSE_MS = 100;
const LONGEST_RESTART_PAUSE_MS = 5_000;
const STOP_PATIENCE_MS = 8_000;

/**
 * Starts the store of a data folder in a process of its own and keeps it running: a store that dies is started again on the
 * same address, and loses nothing it has acknowledged.
 * @throws Error when another process holds the folder, or the store cannot start
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const supervisor = new StoreSupervisor(options);
  await supervisor.start();
  return supervisor;
}

class StoreSupervisor implements EmbeddedStore {
  private readonly dataDir: string;
  private child: ChildProcess | undefined;
  private ready = false;
  private stopping = false;
  private failures = 0;
  private listen: ListenOptions;
  private restartTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: EmbeddedStoreOptions) {
    this.dataDir = resolve(options.dataDir);
    mkdirSync(this.dataDir, { recursive: true, mode: 0o700 });
    this.listen = listenOptionsFor(this.dataDir, undefined);
  }

  get uri(): string {
    return storeUri(this.listen);
  }

  isReady(): boolean {
    return this.ready;
  }

  pid(): number | undefined {
    return this.child?.pid;
  }

  /** The child runs the sources or the built files, as this module does. */
  async start(): Promise<void> {
    const entry = fileURLToPath(new URL(`./storeProcess${extname(import.meta.url)}`, import.meta.url));
    const child = fork(entry, [], { execArgv: process.execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    const answer = await firstAnswer(child, {
      type: 'start',
      dataDir: this.dataDir,
      listen: this.listen,
      clockAheadMs: (this.options.clock?.().getTime() ?? Date.now()) - Date.now(),
      ...this.faultOnce(),
    });
    if (answer.type === 'refused') throw new Error(answer.message);
    if (answer.type === 'ready' && answer.port !== undefined) this.listen = listenOptionsFor(this.dataDir, answer.port);
    this.ready = true;
    this.failures = 0;
    child.on('message', (message: FromStore) => {
      if (message.type === 'trouble') this.options.log.error({ reason: message.message }, 'embedded store: a fault');
    });
    child.once('exit', (code, signal) => this.died({ code, signal }));
    this.options.log.info({ pid: child.pid, dataDir: this.dataDir }, 'embedded store ready');
  }

  private faultOnce(): { fault?: FaultRequest } {
    const { fault } = this.options;
    delete this.options.fault;
    return fault === undefined ? {} : { fault };
  }

  private died(how: object): void {
    this.ready = false;
    this.child = undefined;
    if (this.stopping) return;
    this.options.log.error(how, 'embedded store died; starting it again');
    this.options.onDown?.();
    this.restartLater();
  }

  private restartLater(): void {
    const pauseMs = Math.min(RESTART_PAUSE_MS * 2 ** this.failures, LONGEST_RESTART_PAUSE_MS);
    this.failures += 1;
    this.restartTimer = setTimeout(() => void this.restart(), pauseMs);
  }

  private async restart(): Promise<void> {
    try {
      await this.start();
      this.options.onUp?.();
    } catch (error) {
      this.options.log.error({ err: error }, 'embedded store could not be started again');
      if (!this.stopping) this.restartLater();
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.ready = false;
    clearTimeout(this.restartTimer);
    const child = this.child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((settled) => child.once('exit', settled));
    const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    child.send({ type: 'stop' } satisfies ToStore, () => undefined);
    await gone;
    clearTimeout(impatient);
  }
}

/** Sends the start and waits for "ready", "refused" or the end of the process. */
function firstAnswer(child: ChildProcess, start: ToStore): Promise<FromStore> {
  return new Promise((settle, reject) => {
    const exited = (code: number | null, signal: string | null): void =>
      reject(new Error(`the embedded store ended while starting (${signal ?? `code ${code ?? '?'}`})`));
    child.once('exit', exited);
    child.once('error', reject);
    child.once('message', (message: FromStore) => {
      child.off('exit', exited);
      settle(message);
    });
    child.send(start, (error) => (error === null ? undefined : reject(error)));
  });
}
