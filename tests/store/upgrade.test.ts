import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/paths.ts';
import { openStore } from '../../src/store/open.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { temporaryFolder } from '../support/world.ts';

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** The migrations as they were before one of them came. */
function migrationsBefore(tag: string, folder: string): string {
  const older = join(folder, 'older');
  cpSync(MIGRATIONS, older, { recursive: true });
  const path = join(older, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal;
  const at = journal.entries.findIndex((entry) => entry.tag === tag);
  expect(at).toBeGreaterThan(0);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  return older;
}

it('a database from before there were running sums gets them, as a rebuild would count them', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'old.db');
  const { sqlite } = openStore(path, migrationsBefore('0002_habits', folder.path));
  sqlite.exec(`insert into workspaces (door, external_id, created_at) values ('d', 'w', 1);
    insert into members (workspace_id, external_id, name, created_at) values (1, 'a', 'a', 1), (1, 'b', 'b', 1)`);
  const answer =
    sqlite.prepare(`insert into answers (interaction_id, member_id, question_id, level, kind, text, score,
    covered, points, version, at, local_date) values (?, ?, ?, 1, 'quiz', 'x', ?, '[]', ?, '1', ?, ?)`);
  const dates = ['2025-12-31', '2026-01-01', '2026-01-04', '2026-01-05', '2026-02-28', '2026-03-01'];
  for (let i = 0; i < 60; i++)
    answer.run(`i${i}`, 1 + (i % 2), `q${i % 7}`, (i * 37) % 101, ((i * 3) % 5) / 4, 1000 - i, dates[i % 6]);
  sqlite.exec('insert into active_days select distinct member_id, local_date from answers where score >= 40');
  sqlite.close();
  const store = createSqliteStore(openStore(path, MIGRATIONS), { now: () => 1 });
  expect(await store.rebuildFigures(40)).toEqual({ tallies: 0, days: 0 });
  expect((await store.pointsBoard({ workspaceId: 1, memberId: 1, period: 'all', top: 5 })).answered).toBe(2);
  await store.close();
  folder.remove();
});
