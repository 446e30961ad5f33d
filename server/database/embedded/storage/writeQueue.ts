import { transient } from '../commandError.js';
import type { SqliteConnection } from '../sqlite.js';
import type { Catalog } from './catalog.js';
import type { RowChange } from './documents.js';
import type { SessionRecords } from './sessionRecords.js';
import type { Transaction } from './transaction.js';
import type { View } from './view.js';

/** A waiting write parks a transaction that does nothing for this long … */
const IDLE_MS = 250;
/** … or that has held the writer for this long. */
const LONGEST_HOLD_MS = 3000;

/** For the crash tests only: what goes wrong around the nth group commit. */
export interface Fault {
  at: 'between-commit-and-reply' | 'acknowledged-before-commit';
  afterCommits: number;
  strike: () => void;
}

interface Job {
  transaction: Transaction | undefined;
  /** Does not wait for the transaction that holds the writer to fall idle. */
  urgent: boolean;
  run: (view: View) => unknown;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/**
 * The one writer. Writes that arrive in one turn of the loop are committed together and answered after the COMMIT; a
 * transaction holds the writer while its commands come one after the other, and is parked when it keeps others waiting.
 */
export class WriteQueue {
  private jobs: Job[] = [];
  private scheduled = false;
  private timer: NodeJS.Timeout | undefined;
  private holder: { transaction: Transaction; since: number } | undefined;
  private readonly parked = new Set<Transaction>();
  private commits = 0;

  constructor(
    private readonly connection: SqliteConnection,
    private readonly catalog: Catalog,
    private readonly sessions: SessionRecords,
    private readonly fault: Fault | undefined,
  ) {}

  /** Runs a write in the next group; the promise is kept after the COMMIT. */
  submit<T>(run: (view: View) => T, options: { transaction?: Transaction; urgent?: boolean } = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = resolve as (value: unknown) => void;
      this.jobs.push({ transaction: options.transaction, urgent: options.urgent ?? false, run, resolve: settle, reject });
      this.schedule();
    });
  }

  /** Makes a transaction's changes durable together with `finish` (the record of its outcome). */
  commit(transaction: Transaction, finish: () => void): Promise<void> {
    return this.submit(
      () => {
        finish();
        this.connection.exec('COMMIT');
        this.holder = undefined;
        for (const change of transaction.ownChanges()) this.tellParked(change);
        this.strikeAfterCommit();
      },
      { transaction },
    );
  }

  /** Forgets a transaction and what it wrote. */
  abort(transaction: Transaction): void {
    this.parked.delete(transaction);
    transaction.conflicted = true;
    if (this.holder?.transaction === transaction) this.takeBack();
    this.schedule();
  }

  /** True when nothing is open on the writing connection, so that a checkpoint can run. */
  get isIdle(): boolean {
    return this.holder === undefined && this.jobs.length === 0;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.work();
    });
  }

  private work(): void {
    clearTimeout(this.timer);
    if (this.holder !== undefined) this.runTransactionJobs(this.holder.transaction);
    if (this.holder !== undefined && this.jobs.length > 0) {
      const waitMs = this.timeToWait(this.holder);
      if (waitMs > 0) {
        this.timer = setTimeout(() => this.schedule(), waitMs);
        return;
      }
      this.parked.add(this.holder.transaction);
      this.takeBack();
    }
    this.commitGroup(this.takeJobs((job) => job.transaction === undefined));
    const next = this.jobs[0]?.transaction;
    if (next !== undefined) this.serve(next);
    if (this.jobs.length > 0) this.schedule();
  }

  private timeToWait(holder: { transaction: Transaction; since: number }): number {
    if (this.jobs.some((job) => job.urgent)) return 0;
    const idleUntil = holder.transaction.lastUsedAt + IDLE_MS;
    return Math.min(idleUntil, holder.since + LONGEST_HOLD_MS) - Date.now();
  }

  private takeJobs(wanted: (job: Job) => boolean): Job[] {
    const taken = this.jobs.filter(wanted);
    if (taken.length > 0) this.jobs = this.jobs.filter((job) => !wanted(job));
    return taken;
  }

  private commitGroup(jobs: readonly Job[]): void {
    if (jobs.length === 0) return;
    const view = this.groupView();
    const outcomes: (() => void)[] = [];
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      for (const job of jobs) outcomes.push(this.runSafely(job, view));
      if (this.strikes('acknowledged-before-commit')) {
        for (const settle of outcomes) settle();
        setImmediate(() => this.fault?.strike());
        return;
      }
      this.connection.exec('COMMIT');
      this.catalog.keepChanges();
    } catch (error) {
      this.takeBack();
      for (const job of jobs) job.reject(error);
      return;
    }
    this.strikeAfterCommit();
    for (const settle of outcomes) settle();
  }

  /** Runs one job under a savepoint, so that a job that throws leaves nothing behind and the group goes on. */
  private runSafely(job: Job, view: View): () => void {
    this.connection.run('SAVEPOINT job');
    try {
      const value = job.run(view);
      this.connection.run('RELEASE job');
      return () => job.resolve(value);
    } catch (error) {
      this.connection.run('ROLLBACK TO job');
      this.connection.run('RELEASE job');
      this.forgetMirrors();
      return () => job.reject(error);
    }
  }

  /** Gives a transaction the writer, at its start or after it was parked, and runs what it asks. */
  private serve(transaction: Transaction): void {
    try {
      if (transaction.conflicted) throw transient('WriteConflict', 'the transaction was ended by a conflicting write');
      this.connection.exec('BEGIN IMMEDIATE');
      this.holder = { transaction, since: Date.now() };
      this.parked.delete(transaction);
      transaction.repeatChanges();
    } catch (error) {
      this.takeBack();
      this.parked.delete(transaction);
      for (const job of this.takeJobs((waiting) => waiting.transaction === transaction)) job.reject(error);
      return;
    }
    this.runTransactionJobs(transaction);
  }

  private runTransactionJobs(transaction: Transaction): void {
    for (const job of this.takeJobs((waiting) => waiting.transaction === transaction)) {
      try {
        job.resolve(job.run(transaction));
      } catch (error) {
        job.reject(error);
      }
      transaction.lastUsedAt = Date.now();
    }
  }

  private groupView(): View {
    return {
      connection: this.connection,
      catalog: this.catalog,
      inTransaction: false,
      noteRead: () => undefined,
      noteChange: (change) => this.tellParked(change),
    };
  }

  private tellParked(change: RowChange): void {
    for (const transaction of this.parked) transaction.noticeForeignChange(change);
  }

  private takeBack(): void {
    this.holder = undefined;
    if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
    this.forgetMirrors();
  }

  /** After a rollback what memory holds of the catalog and the sessions may be ahead of the file. */
  private forgetMirrors(): void {
    this.catalog.forgetChanges();
    this.sessions.forget();
  }

  private strikes(at: Fault['at']): boolean {
    return this.fault?.at === at && this.commits >= this.fault.afterCommits;
  }

  private strikeAfterCommit(): void {
    this.commits += 1;
    if (this.strikes('between-commit-and-reply')) this.fault?.strike();
  }
}
