import { decodeDocument } from '../bson/decode.js';
import { transient } from '../commandError.js';
import type { Matcher } from '../query/matcher.js';
import type { SqliteConnection } from '../sqlite.js';
import type { Catalog, Collection } from './catalog.js';
import type { RowChange } from './documents.js';
import { repeatChange } from './documents.js';
import type { View } from './view.js';

/**
 * A transaction over several commands. SQLite has one writer, so while another write goes first this transaction is parked:
 * taken back in SQLite and kept here as the list of what it changed and the queries it asked. If nothing of that is touched
 * meanwhile, doing the changes again gives exactly the state the client has seen; if something is, the transaction ends with
 * the write conflict a MongoDB server would answer, and the driver runs it anew.
 */
export class Transaction implements View {
  readonly inTransaction = true;
  readonly startedAt = Date.now();
  lastUsedAt = Date.now();
  conflicted = false;
  private readonly changes: RowChange[] = [];
  private readonly reads: { collection: Collection; matches: Matcher }[] = [];

  constructor(
    readonly sessionId: string,
    readonly txnNumber: number,
    readonly connection: SqliteConnection,
    readonly catalog: Catalog,
  ) {}

  noteRead(collection: Collection, matches: Matcher): void {
    this.reads.push({ collection, matches });
  }

  noteChange(change: RowChange): void {
    this.changes.push(change);
  }

  ownChanges(): readonly RowChange[] {
    return this.changes;
  }

  /** Another write was let through while this one was parked. */
  noticeForeignChange(change: RowChange): void {
    if (this.conflicted) return;
    const versions = [change.before, change.after].filter((bytes) => bytes !== undefined);
    this.conflicted = this.reads.some(
      ({ collection, matches }) =>
        collection.id === change.collection.id && versions.some((bytes) => matches(decodeDocument(bytes))),
    );
  }

  /** @throws CommandError when what the transaction saw or wrote is no longer so */
  repeatChanges(): void {
    if (this.reads.some(({ collection }) => this.current(collection) === undefined)) this.conflicted = true;
    if (this.conflicted || !this.changes.every((change) => this.repeat(change))) throw writeConflict();
  }

  private repeat(change: RowChange): boolean {
    const collection = this.current(change.collection);
    return collection !== undefined && repeatChange(this.connection, { ...change, collection });
  }

  /** The collection as it is now: it may have gained an index, or be gone. */
  private current({ db, name, id }: Collection): Collection | undefined {
    const collection = this.catalog.find(db, name);
    return collection?.id === id ? collection : undefined;
  }
}

const writeConflict = (): Error =>
  transient(
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. Please retry your operation or multi-document transaction.',
  );
