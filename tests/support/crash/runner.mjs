// The built daily run with the real store and the real Discord door; stops for good at a named step, so that a test can kill it there.
//   node runner.mjs DATABASE DISCORD_URL TOKEN CLOCK_SHIFT_MS LEASE_MS [STEP]
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDiscord } from '../../../dist/adapters/discord/index.js';
import { createDoors } from '../../../dist/adapters/doors.js';
import { loadBank } from '../../../dist/bank/load.js';
import { dailyPost } from '../../../dist/commands/daily-post.js';
import { createBot } from '../../../dist/core/bot.js';
import { createPoster } from '../../../dist/daily/poster.js';
import { CACHE, CONTENT, MIGRATIONS, systemRandom } from '../../../dist/paths.js';
import { openStore } from '../../../dist/store/open.js';
import { createSqliteStore } from '../../../dist/store/sqlite-store.js';

const [path, apiUrl, token, shift, lease, step = ''] = process.argv.slice(2);
const clock = { now: () => Date.now() + Number(shift) };
const log = { info() {}, warn() {}, error: (fields, message) => console.error(message, fields.err ?? '') };

/** Says where it stands, and does nothing more; also in the middle of a transaction, which is synchronous. */
function stopHere() {
  writeSync(1, `at ${step}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Calls stop before or after a member, if that is the step. */
function stopping(target) {
  return new Proxy(target, {
    get(object, name) {
      const member = Reflect.get(object, name);
      if (typeof member !== 'function') return member;
      return async (...args) => {
        if (step === `before ${String(name)}`) stopHere();
        const result = await Reflect.apply(member, object, args);
        if (step === `after ${String(name)}`) stopHere();
        return result;
      };
    },
  });
}

const opened = openStore(path, MIGRATIONS);
opened.sqlite.function('stop_here', () => stopHere());
const inside = /^inside the transaction to (\w+)$/.exec(step)?.[1];
if (inside !== undefined) {
  const event = inside === 'claimed' ? 'insert' : 'update of state';
  opened.sqlite.exec(
    `create temp trigger stop after ${event} on posts when new.state = '${inside}' begin select stop_here(); end`,
  );
}
const store = stopping(createSqliteStore(opened, clock));
const bank = loadBank(CONTENT, CACHE);
const discord = createDiscord({
  token,
  apiUrl,
  log,
  picture: (chart) => work.picture(chart),
  defaultLocale: 'ko',
});
const adapter = stopping(discord);
const bot = createBot({
  bank,
  store,
  clock,
  log,
  random: systemRandom,
  doors: createDoors(new Map([['discord', discord]])),
  commands: [],
  defaultTimeZone: 'Asia/Seoul',
  suggest: () => [],
});
await discord.start(bot);
const cards = stopping({ cardOf: (post, locale) => dailyPost(post, locale, bank, store) });
const poster = createPoster({
  bank,
  store,
  clock,
  log,
  adapters: new Map([['discord', adapter]]),
  cardOf: (post, locale) => cards.cardOf(post, locale),
  leaseMs: Number(lease),
});
for (let run = 1; ; run++) {
  await poster.run();
  await poster.idle();
  writeSync(1, `run ${run}\n`);
  await sleep(100);
}
