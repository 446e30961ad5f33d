import Database from 'libsql';

export type SqlValue = Buffer | number | string | null;
export type SqlRow = readonly SqlValue[];

/**
 * One connection to a SQLite file; the only module that knows libsql. libsql takes a lone Buffer argument for a list of
 * parameters and aborts the process, so parameters always travel in an array; and a half-read iterator keeps its
 * statement open, so rows are always read to the end.
 */
export class SqliteConnection {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();

  constructor(path: string, busyTimeoutMs: number) {
    this.database = new Database(path, { timeout: busyTimeoutMs });
  }

  all(sql: string, parameters: readonly SqlValue[] = []): SqlRow[] {
    return this.statement(sql).all([...parameters]) as SqlRow[];
  }

  get(sql: string, parameters: readonly SqlValue[] = []): SqlRow | undefined {
    return this.statement(sql).get([...parameters]) as SqlRow | undefined;
  }

  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return this.statement(sql).run([...parameters]).changes;
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      if (statement.reader) statement.raw(true);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** True when a table is gone: its collection was dropped while a scan went on. */
export const isMissingTable = (error: unknown): boolean => error instanceof Error && error.message.includes('no such table');

/** True for "another connection holds the lock" in any of SQLite's variants. */
export const isBusyError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY');
