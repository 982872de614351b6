import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/paths.ts';
import { openStore, StoreError } from '../../src/store/open.ts';
import { boardStoreContract } from '../contracts/board-store.ts';
import { postingContract } from '../contracts/posting.ts';
import { storeContract } from '../contracts/store.ts';
import { sqliteStore } from '../support/sqlite.ts';
import { temporaryFolder } from '../support/world.ts';

storeContract('SQLite', async () => sqliteStore());
boardStoreContract('SQLite', async () => sqliteStore());
postingContract('SQLite', async () => sqliteStore());

describe('opening a database', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder.path, 'deep', 'er', 'store.db');
  });
  afterEach(() => folder.remove());

  function made(): void {
    openStore(path, MIGRATIONS).sqlite.close();
  }

  it('makes the folder and the file, and is durable: WAL, synchronous FULL, foreign keys on', () => {
    const { sqlite } = openStore(path, MIGRATIONS);
    sqlite.exec("insert into workspaces (door, external_id, created_at) values ('d', 'w', 1)");
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    sqlite.close();
  });

  it('refuses a row without its parent', () => {
    const { sqlite } = openStore(path, MIGRATIONS);
    expect(() =>
      sqlite.exec(
        "insert into members (workspace_id, external_id, name, created_at) values (99, 'm', 'n', 1)",
      ),
    ).toThrow(/FOREIGN KEY/);
    sqlite.close();
  });

  it('keeps every row when it is opened again', () => {
    const first = openStore(path, MIGRATIONS);
    first.sqlite.exec("insert into workspaces (door, external_id, created_at) values ('d', 'w', 1)");
    first.sqlite.close();
    const second = openStore(path, MIGRATIONS);
    expect(second.sqlite.prepare('select count(*) as n from workspaces').get()).toEqual({ n: 1 });
    second.sqlite.close();
  });

  it('leaves a file alone that is no database, and says so', () => {
    made();
    writeFileSync(path, 'this is no database, but a long enough text to be read as one '.repeat(40));
    const before = readFileSync(path);
    expect(() => openStore(path, MIGRATIONS)).toThrow(StoreError);
    expect(() => openStore(path, MIGRATIONS)).toThrow(/no intact database; it was left untouched/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('notices a damaged page', () => {
    const { sqlite } = openStore(path, MIGRATIONS);
    for (let i = 0; i < 500; i++)
      sqlite
        .prepare("insert into workspaces (door, external_id, created_at) values ('d', ?, 1)")
        .run(`workspace ${i}`);
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 8192, bytes.length - 4096);
    writeFileSync(path, bytes);
    expect(() => openStore(path, MIGRATIONS)).toThrow(/no intact database/);
  });

  it('leaves a database from a newer version alone', () => {
    made();
    const sqlite = new Database(path);
    sqlite
      .prepare("insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)")
      .run();
    sqlite.pragma('journal_mode = DELETE');
    sqlite.close();
    const before = readFileSync(path);
    expect(() => openStore(path, MIGRATIONS)).toThrow(
      /written by a newer version of dailygrad; it was left untouched/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('leaves a database of another program alone', () => {
    made();
    const other = join(folder.path, 'other.db');
    const sqlite = new Database(other);
    sqlite.exec('create table notes (text)');
    sqlite.close();
    const before = readFileSync(other);
    expect(() => openStore(other, MIGRATIONS)).toThrow(/database of another program/);
    expect(readFileSync(other).equals(before)).toBe(true);
  });

  it('says that a folder is no database', () => {
    made();
    expect(() => openStore(folder.path, MIGRATIONS)).toThrow(/could not be opened: check DATABASE_PATH/);
  });

  it.skipIf(process.getuid?.() === 0)(
    'says that a read-only file cannot be written (skipped as root, who may write everything)',
    () => {
      made();
      chmodSync(path, 0o444);
      expect(() => openStore(path, MIGRATIONS)).toThrow(/cannot be written: check the permissions/);
    },
  );

  it('says that another process holds the database', { timeout: 30_000 }, () => {
    made();
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('begin exclusive');
    try {
      expect(() => openStore(path, MIGRATIONS)).toThrow(/is locked: another process is using it/);
    } finally {
      other.exec('rollback');
      other.close();
    }
  });

  it('says that the disk is full, and loses nothing that was stored', () => {
    made();
    const copy = join(folder.path, 'copy.db');
    copyFileSync(path, copy);
    const { sqlite } = openStore(copy, MIGRATIONS);
    sqlite.exec("insert into workspaces (door, external_id, created_at) values ('d', 'kept', 1)");
    // SQLite's own limit on pages gives the very error that a full disk gives.
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true })) + 1}`);
    const fill = (): void => {
      for (let i = 0; i < 2000; i++)
        sqlite
          .prepare("insert into workspaces (door, external_id, created_at) values ('d', ?, 1)")
          .run('x'.repeat(500) + i);
    };
    expect(fill).toThrow(/full/);
    sqlite.close();
    const again = openStore(copy, MIGRATIONS);
    expect(
      again.sqlite.prepare("select count(*) as n from workspaces where external_id = 'kept'").get(),
    ).toEqual({ n: 1 });
    again.sqlite.close();
    expect(statSync(copy).size).toBeGreaterThan(0);
  });
});

describe('a process killed in mid-answer', () => {
  it('leaves a database that opens and has every answer that was confirmed', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    const path = join(folder.path, 'killed.db');
    openStore(path, MIGRATIONS).sqlite.close();
    for (let round = 0; round < 3; round++) {
      const confirmed = await writeUntilKilled(path, round);
      expect(confirmed.length).toBeGreaterThan(10);
      const { sqlite } = openStore(path, MIGRATIONS);
      const stored = new Set(
        (sqlite.prepare('select interaction_id as id from answers').all() as { id: string }[]).map(
          (row) => row.id,
        ),
      );
      expect(confirmed.filter((id) => !stored.has(id))).toEqual([]);
      expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      sqlite.close();
    }
    folder.remove();
  });
});

/** Runs the built store in a process of its own and kills it with SIGKILL while it writes. */
function writeUntilKilled(path: string, round: number): Promise<string[]> {
  const script = join(import.meta.dirname, '..', 'support', 'write-answers.mjs');
  const child = spawn(process.execPath, [script, path, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      if (printed.split('\n').length > 40) child.kill('SIGKILL');
    });
    // The last line may be cut off by the kill: only whole lines were confirmed for certain.
    child.on('close', () => resolve(printed.split('\n').slice(0, -1)));
  });
}
