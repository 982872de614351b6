// `npm run bench`: 10,000 channels due in the same minute: how long it takes to claim them, and what an answer waits meanwhile.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBank } from '../dist/bank/load.js';
import { claimDue } from '../dist/daily/claim.js';
import { CACHE, CONTENT, MIGRATIONS } from '../dist/paths.js';
import { openStore } from '../dist/store/open.js';
import { createSqliteStore } from '../dist/store/sqlite-store.js';

const CHANNELS = 10_000;
const DUE = Date.UTC(2026, 10, 20);
const folder = mkdtempSync(join(tmpdir(), 'dailygrad-bench-'));
const opened = openStore(join(folder, 'bench.db'), MIGRATIONS);
let now = DUE;
const store = createSqliteStore(opened, { now: () => now });
const log = { info() {}, warn() {}, error: console.error };
const daily = { bank: loadBank(CONTENT, CACHE), store, clock: { now: () => now }, log, adapters: new Map() };

opened.sqlite.pragma('synchronous = OFF');
for (let i = 0; i < CHANNELS; i++) {
  await store.subscribe({
    ...{
      door: 'bench',
      place: { workspace: `w${i % 2000}`, channel: `c${i}` },
      timeOfDay: '09:00',
      timeZone: 'Asia/Seoul',
    },
    ...{
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      topics: [],
      levels: [],
      locale: 'ko',
      skipDates: [],
      nextDueAt: DUE,
    },
  });
}
opened.sqlite.pragma('synchronous = FULL');

async function measure(name) {
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const start = performance.now();
  await claimDue(daily);
  const took = performance.now() - start;
  clearInterval(watch);
  const claimed = (await store.audit(3 * CHANNELS)).filter((post) => post.dueAt === now).length;
  console.log(
    `${name.padEnd(44)} ${took.toFixed(0)} ms   ${claimed} claimed, longest wait of others ${longest.toFixed(0)} ms`,
  );
}

await measure('claim 10,000 channels, their first question');
opened.sqlite.exec(`with recursive days(n) as (select 1 union all select n + 1 from days where n < 30)
  insert into posts (subscription_id, local_date, question_id, locale, state, claimed_at)
  select id, date('2026-10-01', '+' || n || ' days'), 'none', 'ko', 'posted', 0 from subscriptions, days`);
now = DUE + 86_400_000;
await measure('claim them with a month behind them');
await store.close();
rmSync(folder, { recursive: true, force: true });
