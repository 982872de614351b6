// The third part of `npm run bench`: boards over a million answers of ten thousand members in one workspace.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningStreaks } from '../dist/habits/board.js';
import { MIGRATIONS } from '../dist/paths.js';
import { openStore } from '../dist/store/open.js';
import { createSqliteStore } from '../dist/store/sqlite-store.js';

const ANSWERS = 1_000_000;
const MEMBERS = 10_000;
const DAYS = ANSWERS / MEMBERS;
const NOW = Date.parse('2026-11-29T03:00:00Z');
const WANTED = { workspaceId: 1, memberId: MEMBERS / 2, top: 10 };

async function report(name, runs, task) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await task(i);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (runs - 1))].toFixed(1);
  console.log(`${name.padEnd(48)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms   n ${runs}`);
}

/** Everybody answers a question a day; most days count, and some people answer better and better. */
function fill(sqlite) {
  sqlite.exec("insert into workspaces (door, external_id, created_at) values ('d', 'w', 1)");
  const member = sqlite.prepare(
    'insert into members (workspace_id, external_id, name, created_at) values (1, ?, ?, 1)',
  );
  const answer =
    sqlite.prepare(`insert into answers (interaction_id, member_id, question_id, level, kind, text, score,
    covered, points, version, at, local_date) values (?, ?, ?, 1, 'daily', 'x', ?, '[]', ?, '1', ?, ?)`);
  sqlite.transaction(() => {
    for (let m = 1; m <= MEMBERS; m++) member.run(`m${m}`, `member ${m}`);
    for (let day = 0; day < DAYS; day++) {
      const at = NOW - (DAYS - day - 1) * 86_400_000;
      const date = new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);
      for (let m = 1; m <= MEMBERS; m++) {
        const score = (m * 7919 + day * (m % 97) + ((m * day) % 31) * 40) % 101;
        answer.run(`i${day}`, m, `q${day}`, score, score, at + m, date);
      }
    }
  })();
}

const folder = mkdtempSync(join(tmpdir(), 'dailygrad-bench-'));
try {
  const opened = openStore(join(folder, 'bench.db'), MIGRATIONS);
  const store = createSqliteStore(opened, { now: () => NOW });
  fill(opened.sqlite);
  await report('rebuild all sums and days', 1, () => store.rebuildFigures(40));
  for (const period of ['w2026-11-23', 'm2026-11', 'all'])
    await report(`board of points, ${period}`, 200, () => store.pointsBoard({ ...WANTED, period }));
  await report('most improved, this month', 50, () =>
    store.improvements({ ...WANTED, period: 'm2026-11', before: 'm2026-10', least: 3 }),
  );
  const streaks = async () =>
    runningStreaks(await store.streakFacts(1), [], {
      isOffDay: () => false,
      now: NOW,
      defaultTimeZone: 'Asia/Seoul',
    });
  await report('running streaks, first time', 1, streaks);
  await report('running streaks', 50, streaks);
  const member = await store.member({
    door: 'd',
    workspace: 'w',
    member: 'm7',
    name: 'member 7',
    admin: false,
  });
  await report('record an answer', 200, (i) =>
    store.recordAnswer({
      interactionId: `n${i}`,
      member,
      questionId: `n${i}`,
      level: 1,
      kind: 'daily',
      text: 'x',
      score: 50,
      covered: [],
      version: '1',
      at: NOW,
      localDate: '2026-11-29',
      active: true,
      pointsFor: () => 50,
    }),
  );
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
