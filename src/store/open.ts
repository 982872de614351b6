import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from './schema.ts';

export type Db = BetterSQLite3Database<typeof schema>;

export interface OpenStore {
  readonly db: Db;
  readonly sqlite: Database.Database;
}

/** A database that cannot be used, said in a sentence that tells what to do. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
  }
}

interface Journal {
  readonly entries: readonly { readonly when: number }[];
}

function advice(error: unknown, path: string): string {
  const code =
    error instanceof Database.SqliteError ? error.code : (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined) return `the database ${path} could not be opened`;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return `the database ${path} is locked: another process is using it; stop that one first`;
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `the database ${path} cannot be written: check the permissions of the file and of its folder`;
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return `the disk of ${path} is full: make room and start again; nothing was lost`;
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return `the file ${path} is no intact database; it was left untouched: restore a backup or choose another DATABASE_PATH`;
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOTDIR' || code === 'EISDIR')
    return `the database ${path} could not be opened: check DATABASE_PATH`;
  return `the database ${path} could not be opened (${code})`;
}

/** Throws when the file was written by a version with migrations that this one does not know. */
function refuseNewer(sqlite: Database.Database, migrations: string, path: string): void {
  const known = sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (known === undefined) {
    const foreign = sqlite
      .prepare("select count(*) as tables from sqlite_master where type = 'table'")
      .get() as { tables: number };
    if (foreign.tables > 0)
      throw new StoreError(
        `the file ${path} is a database of another program; it was left untouched: choose another DATABASE_PATH`,
      );
    return;
  }
  const applied = sqlite.prepare('select max(created_at) as latest from __drizzle_migrations').get() as {
    latest: number | null;
  };
  const journal = JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')) as Journal;
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  if ((applied.latest ?? 0) > newest)
    throw new StoreError(
      `the database ${path} was written by a newer version of dailygrad; it was left untouched: update dailygrad, or choose another DATABASE_PATH`,
    );
}

/**
 * Opens (and makes, where there is none) the database, brings it up to date and checks it.
 * WAL with synchronous=FULL: a confirmed answer survives a power cut (sqlite.org/pragma.html#pragma_synchronous);
 * better-sqlite3's build falls back to NORMAL in WAL mode unless it is set.
 * Throws StoreError.
 */
export function openStore(path: string, migrations: string): OpenStore {
  let sqlite: Database.Database | undefined;
  try {
    if (path !== ':memory:' && !existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    sqlite = new Database(path, { timeout: 5000 });
    // Read before anything is written, so that a file that cannot be used stays as it was.
    refuseNewer(sqlite, migrations, path);
    const health = sqlite.pragma('quick_check', { simple: true });
    if (health !== 'ok')
      throw new StoreError(
        `the file ${path} is no intact database; it was left untouched: restore a backup or choose another DATABASE_PATH`,
      );
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    // Inside a migration's transaction the pragma would have no effect, and a rebuilt table would take its children with it.
    sqlite.pragma('foreign_keys = OFF');
    const db = drizzle(sqlite, { schema });
    migrate(db, { migrationsFolder: migrations });
    const orphans = sqlite.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0)
      throw new StoreError(
        `the database ${path} has ${orphans.length} row(s) without their parents: restore a backup`,
      );
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('synchronous = FULL');
    return { db, sqlite };
  } catch (error) {
    sqlite?.close();
    throw error instanceof StoreError ? error : new StoreError(advice(error, path), { cause: error });
  }
}
