import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../http/requestLog.js';
import { FOLD_LIMIT, foldOnce, type MatrixStores } from './fold.js';
import type { LeaseRepository } from './lease.repository.js';

const PAUSE_MS = 1_000;
const LEASE_MS = 10_000;
const RETRY_MS = 25;

export interface Folder {
  /** Begins to fold in the background: live numbers lag at most about a second. */
  start: () => void;
  stop: () => Promise<void>;
  /** Folds until nothing waits; for commands, tests and whoever needs the newest numbers. */
  foldNow: () => Promise<void>;
}

export interface FolderSurroundings {
  stores: MatrixStores;
  leases: LeaseRepository;
  log: Logger;
  clock: () => Date;
}

/**
 * Moves responses into the data matrix. Each process has a folder; a lease lets one of them work at a time. The lease
 * only saves effort: should two work at once, their transactions keep the matrix right.
 */
export function createFolder({ stores, leases, log, clock }: FolderSurroundings): Folder {
  const holder = randomUUID();
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  /** Folds one batch; null while another process holds the lease. */
  async function foldBatch(): Promise<number | null> {
    if ((await stores.responses.findUnfolded(1)).length === 0) return 0;
    return (await leases.take(holder, clock(), LEASE_MS)) ? foldOnce(stores) : null;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const folded = await foldBatch().catch((error: unknown) => {
        log.error({ err: error }, 'folding into the data matrix failed and will be tried again');
        return 0;
      });
      if (folded !== FOLD_LIMIT) await sleep(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
      await leases.release(holder);
    },
    async foldNow() {
      for (;;) {
        const folded = await foldBatch();
        if (folded === 0) return;
        if (folded === null) await sleep(RETRY_MS);
      }
    },
  };
}
