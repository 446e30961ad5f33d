import type { Matcher } from '../query/matcher.js';
import type { SqliteConnection } from '../sqlite.js';
import type { Catalog, Collection } from './catalog.js';
import type { RowChange } from './documents.js';

/** What a command reads and writes through: the committed state, the group being committed, or one transaction. */
export interface View {
  readonly connection: SqliteConnection;
  readonly catalog: Catalog;
  readonly inTransaction: boolean;
  noteRead(collection: Collection, matches: Matcher): void;
  noteChange(change: RowChange): void;
}
