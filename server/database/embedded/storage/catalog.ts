import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { CommandError } from '../commandError.js';
import type { SqliteConnection, SqlRow } from '../sqlite.js';
import type { IndexDefinition } from './indexDefinition.js';
import { idIndex, indexSpec, parseIndexDefinition } from './indexDefinition.js';

/** An index and its side table of (key, row). */
export interface StoredIndex extends IndexDefinition {
  readonly table: string;
}

export interface Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly namespace: string;
  /** The table of (row, document). */
  readonly table: string;
  /** The index on _id comes first. */
  readonly indexes: StoredIndex[];
}

/** The collections and indexes that exist: kept in SQLite, mirrored in memory, changed on the writing connection only. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  /** Something was changed that is not committed yet. */
  private hasUncommitted = false;

  constructor(private readonly writer: SqliteConnection) {
    this.reload();
  }

  keepChanges(): void {
    this.hasUncommitted = false;
  }

  /** Goes back to what the file says, after a rollback. */
  forgetChanges(): void {
    if (this.hasUncommitted) this.reload();
  }

  private reload(): void {
    this.hasUncommitted = false;
    this.collections.clear();
    for (const row of this.writer.all('SELECT id, db, name FROM collections')) this.mirror(row);
    const byId = new Map([...this.collections.values()].map((collection) => [collection.id, collection]));
    for (const [id, collectionId, spec] of this.writer.all('SELECT id, collection, spec FROM indexes ORDER BY id')) {
      const definition = parseIndexDefinition(decodeDocument(spec as Buffer));
      byId.get(Number(collectionId))?.indexes.push({ ...definition, table: `x${String(id)}` });
    }
  }

  private mirror(row: SqlRow): Collection {
    const [id, db, name] = row as [number, string, string];
    const primary = { ...idIndex, table: `k${id}` };
    const collection = { id, db, name, namespace: `${db}.${name}`, table: `c${id}`, indexes: [primary] };
    this.collections.set(collection.namespace, collection);
    return collection;
  }

  find(db: string, name: string): Collection | undefined {
    return this.collections.get(`${db}.${name}`);
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  inDatabase(db: string): Collection[] {
    return this.all().filter((collection) => collection.db === db);
  }

  findOrCreate(db: string, name: string): Collection {
    return this.find(db, name) ?? this.create(db, name);
  }

  create(db: string, name: string): Collection {
    checkNamespace(db, name);
    this.hasUncommitted = true;
    const id = this.nextId();
    this.writer.run('INSERT INTO collections (id, db, name) VALUES (?, ?, ?)', [id, db, name]);
    this.writer.exec(`CREATE TABLE c${id} (r INTEGER PRIMARY KEY, d BLOB NOT NULL)`);
    this.writer.exec(`CREATE TABLE k${id} (k BLOB PRIMARY KEY, r INTEGER NOT NULL) WITHOUT ROWID`);
    return this.mirror([id, db, name]);
  }

  drop(collection: Collection): void {
    this.hasUncommitted = true;
    for (const index of collection.indexes) this.writer.exec(`DROP TABLE ${index.table}`);
    this.writer.exec(`DROP TABLE ${collection.table}`);
    this.writer.run('DELETE FROM indexes WHERE collection = ?', [collection.id]);
    this.writer.run('DELETE FROM collections WHERE id = ?', [collection.id]);
    this.collections.delete(collection.namespace);
  }

  private nextId(): number {
    const row = this.writer.get('SELECT max(id) FROM (SELECT id FROM collections UNION ALL SELECT id FROM indexes)');
    return Number(row?.[0] ?? 0) + 1;
  }

  /** Adds the index without its entries. */
  addIndex(collection: Collection, definition: IndexDefinition): StoredIndex {
    this.hasUncommitted = true;
    const id = this.nextId();
    const spec = encodeDocument(indexSpec(definition));
    this.writer.run('INSERT INTO indexes (id, collection, spec) VALUES (?, ?, ?)', [id, collection.id, spec]);
    const primary = definition.unique ? 'k' : 'k, r';
    this.writer.exec(`CREATE TABLE x${id} (k BLOB NOT NULL, r INTEGER NOT NULL, PRIMARY KEY (${primary})) WITHOUT ROWID`);
    const index = { ...definition, table: `x${id}` };
    collection.indexes.push(index);
    return index;
  }
}

function checkNamespace(db: string, name: string): void {
  const faulty = name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.') || name.startsWith('.');
  if (faulty || Buffer.byteLength(`${db}.${name}`) > 255) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
  }
}
