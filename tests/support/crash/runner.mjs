// The built daily run with the real store and a real door; stops for good at a named step, so that a test can kill it there.
//   node runner.mjs DOOR API_URL TOKENS CLOCK_SHIFT_MS LEASE_MS DATABASE=STEP …
// Each database is run beside the others, as a process of its own would; an empty step: it is not stopped.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDiscord } from '../../../dist/adapters/discord/index.js';
import { createDoors } from '../../../dist/adapters/doors.js';
import { createSlack } from '../../../dist/adapters/slack/index.js';
import { loadBank } from '../../../dist/bank/load.js';
import { dailyPost } from '../../../dist/commands/daily-post.js';
import { createBot } from '../../../dist/core/bot.js';
import { createPoster } from '../../../dist/daily/poster.js';
import { CACHE, CONTENT, MIGRATIONS, systemRandom } from '../../../dist/paths.js';
import { openStore } from '../../../dist/store/open.js';
import { createSqliteStore } from '../../../dist/store/sqlite-store.js';

const [door, apiUrl, tokens, shift, lease, ...databases] = process.argv.slice(2);
const clock = { now: () => Date.now() + Number(shift) };
const log = { info() {}, warn() {}, error: (fields, message) => console.error(message, fields.err ?? '') };

function say(line) {
  writeSync(1, `${line}\n`);
}

/** Calls stop for good before or after a member, if that is the step. */
function stopping(target, step) {
  const stop = () => {
    say(`at ${step}`);
    return new Promise(() => {});
  };
  return new Proxy(target, {
    get(object, name) {
      const member = Reflect.get(object, name);
      if (typeof member !== 'function') return member;
      return async (...args) => {
        if (step === `before ${String(name)}`) await stop();
        const result = await Reflect.apply(member, object, args);
        if (step === `after ${String(name)}`) await stop();
        return result;
      };
    },
  });
}

/** In the middle of a transaction, which is synchronous, the whole process stops. */
function stopInside(sqlite, step) {
  const state = /^inside the transaction to (\w+)$/.exec(step)?.[1];
  if (state === undefined) return;
  sqlite.function('stop_here', () => {
    say(`at ${step}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
  const event = state === 'claimed' ? 'insert' : 'update of state';
  sqlite.exec(
    `create temp trigger stop after ${event} on posts when new.state = '${state}' begin select stop_here(); end`,
  );
}

const bank = loadBank(CONTENT, CACHE);
// Posts of the day have no pictures, and nobody uses a command here.
const [token, appToken] = tokens.split(',');
const settings = { token, apiUrl, log, picture: undefined, defaultLocale: 'ko' };
const adapter =
  door === 'discord'
    ? createDiscord(settings)
    : createSlack({ ...settings, appToken, dailyPlaces: async () => [] });
const ports = {
  ...{ bank, clock, log, random: systemRandom, doors: createDoors(new Map()), suggest: () => [] },
  store: createSqliteStore(openStore(':memory:', MIGRATIONS), clock),
};
await adapter.start(createBot({ ...ports, commands: [], defaultTimeZone: 'Asia/Seoul' }));

async function run(path, step) {
  const opened = openStore(path, MIGRATIONS);
  stopInside(opened.sqlite, step);
  const store = stopping(createSqliteStore(opened, clock), step);
  const cards = stopping({ cardOf: (post, locale) => dailyPost(post, locale, bank, store) }, step);
  const poster = createPoster({
    bank,
    store,
    clock,
    log,
    adapters: new Map([[door, stopping(adapter, step)]]),
    cardOf: (post, locale) => cards.cardOf(post, locale),
    leaseMs: Number(lease),
  });
  for (;;) {
    await poster.run();
    await poster.idle();
    say(`looked at ${path}`);
    await sleep(200);
  }
}

await Promise.all(
  databases.map((one) => {
    const [path, step = ''] = one.split('=');
    return run(path, step);
  }),
);
