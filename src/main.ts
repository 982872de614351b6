import { readFileSync } from 'node:fs';
import cron, { type ScheduledTask } from 'node-cron';
import { type DestinationStream, pino } from 'pino';
import type { Adapter } from './adapters/adapter.ts';
import { createDoors } from './adapters/doors.ts';
import { createPlayground } from './adapters/playground/index.ts';
import { loadBank } from './bank/load.ts';
import { createLookup } from './bank/lookup.ts';
import { dailyPost } from './commands/daily-post.ts';
import { allCommands } from './commands/index.ts';
import type { Config } from './config.ts';
import { type Bot, createBot } from './core/bot.ts';
import type { Clock, DemoEntry, Log, Random, Work } from './core/ports.ts';
import type { Store } from './core/store.ts';
import { postDigests } from './daily/digest.ts';
import { createPoster } from './daily/poster.ts';
import { refreshPosts, throttled } from './daily/refresh.ts';
import { remindDue } from './daily/remind.ts';
import type { DailySettings } from './daily/settings.ts';
import { CACHE, CONTENT, DEMO_NAMES, FONTS, MIGRATIONS, systemClock, systemRandom, WORKER } from './paths.ts';
import { PLAYGROUND_CHANNELS, PLAYGROUND_MEMBERS } from './playground-world.ts';
import { slackAccess } from './slack-access.ts';
import { createMessageLog } from './store/message-log.ts';
import { openStore } from './store/open.ts';
import { createSqliteStore } from './store/sqlite-store.ts';
import { suggester } from './suggest.ts';
import { createWork } from './work/pool.ts';

/** Builds everything and starts it. The only place where a real clock and real chance come in. */

export interface AppParts {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logTo?: DestinationStream;
}

export interface App {
  readonly url: string;
  stop(): Promise<void>;
}

export function createLog(level: string, to: DestinationStream = process.stderr): Log {
  return pino({ level, base: null, redact: ['*.token', '*.authorization', '*.headers.authorization'] }, to);
}

/** The playground's channels get their question at midnight, so that one stands there whenever it is opened. */
async function subscribePlayground(store: Store, config: Config, clock: Clock): Promise<void> {
  for (const channel of PLAYGROUND_CHANNELS) {
    const place = { workspace: 'playground', channel: channel.id };
    if (!channel.daily || (await store.subscription('playground', place)) !== undefined) continue;
    await store.subscribe({
      door: 'playground',
      place,
      timeOfDay: '00:00',
      timeZone: config.TZ_DEFAULT,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      topics: [],
      levels: [],
      locale: channel.locale,
      skipDates: [],
      // One stands there however late in the day it is opened.
      graceUntil: '23:59',
      nextDueAt: clock.now(),
    });
  }
}

/**
 * resvg's allocator (mimalloc) gives the 9 MB of each picture back to the system and asks for them again at the next, page by
 * page: half of the time a picture takes. Told to keep them it takes no more at its peak. Read when the library is loaded, so this
 * comes before the workers.
 */
function keepPictureMemory(): void {
  process.env.MIMALLOC_PURGE_DELAY ??= '-1';
}

/** Written by the build from the demos themselves. */
function readDemoNames(): readonly DemoEntry[] {
  return JSON.parse(readFileSync(DEMO_NAMES, 'utf8')) as readonly DemoEntry[];
}

/** Discord's library is loaded only where there is a token for it. */
async function discordDoor(config: Config, log: Log, work: Work): Promise<Adapter | undefined> {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DISCORD_SHARD_COUNT: shardCount } = config;
  if (token === undefined) return undefined;
  const { createDiscord } = await import('./adapters/discord/index.ts');
  const all = shardCount === undefined ? undefined : Array.from({ length: shardCount }, (_, index) => index);
  const shards = config.DISCORD_SHARDS ?? all;
  return createDiscord({
    token,
    log,
    picture: (chart) => work.picture(chart),
    defaultLocale: config.LANG_DEFAULT,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(shards === undefined ? {} : { shards }),
    ...(shardCount === undefined ? {} : { shardCount }),
  });
}

/** Slack's too. */
async function slackDoor(config: Config, log: Log, work: Work, store: Store): Promise<Adapter | undefined> {
  const access = slackAccess(config, store);
  if (access === undefined) return undefined;
  const { createSlack } = await import('./adapters/slack/index.ts');
  return createSlack({
    ...access,
    log,
    picture: (chart) => work.picture(chart),
    defaultLocale: config.LANG_DEFAULT,
    dailyPlaces: async (workspace) =>
      (await store.subscriptions('slack'))
        .map(({ place }) => place)
        .filter((place) => place.workspace === workspace),
  });
}

/** All at once: a platform that is slow to answer keeps no other door closed. Throws what the first that failed threw. */
async function openDoors(adapters: readonly Adapter[], bot: Bot): Promise<void> {
  const opened = await Promise.allSettled(adapters.map((adapter) => adapter.start(bot)));
  for (const one of opened) if (one.status === 'rejected') throw one.reason;
}

/** Starts the doors that the settings ask for. Throws ConfigError, ContentError or StoreError before anything is open. */
export async function startApp(config: Config, parts: AppParts = {}): Promise<App> {
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? systemRandom;
  const log = createLog(config.LOG_LEVEL, parts.logTo);
  const bank = loadBank(CONTENT, CACHE);
  const opened = openStore(config.DATABASE_PATH, MIGRATIONS);
  const store = createSqliteStore(opened, clock);
  keepPictureMemory();
  const work = createWork({ file: WORKER, demos: readDemoNames() });
  const lookup = createLookup(bank, work.demos);
  const playground = createPlayground({
    host: config.PLAYGROUND_HOST,
    port: config.PLAYGROUND_PORT,
    log,
    clock,
    messages: createMessageLog(opened.db),
    picture: (chart) => work.picture(chart),
    fontFolder: FONTS,
    channels: PLAYGROUND_CHANNELS,
    members: PLAYGROUND_MEMBERS,
    defaultLocale: config.LANG_DEFAULT,
  });
  const adapters = new Map<string, Adapter>([[playground.name, playground]]);
  const discord = await discordDoor(config, log, work);
  const slack = await slackDoor(config, log, work, store);
  for (const door of [discord, slack]) if (door !== undefined) adapters.set(door.name, door);
  const daily: DailySettings = {
    bank,
    store,
    clock,
    log,
    adapters,
    cardOf: (post, locale) => dailyPost(post, locale, bank, store),
  };
  const poster = createPoster(daily);
  function everyMinute(name: string, task: () => Promise<void>): ScheduledTask {
    const logged = () =>
      task().catch((error: unknown) => log.error({ err: error }, `the ${name} run failed`));
    return cron.schedule('* * * * *', logged, { noOverlap: true });
  }
  const refreshers = new Map(
    [...adapters].map(([door, { refreshMs }]) => [
      door,
      throttled(() => refreshPosts(daily, door), refreshMs),
    ]),
  );
  const bot = createBot({
    bank,
    store,
    clock,
    random,
    log,
    work,
    doors: createDoors(adapters),
    commands: allCommands(lookup),
    defaultTimeZone: config.TZ_DEFAULT,
    suggest: suggester(lookup, work.demos),
    onHandled: ({ from }) => refreshers.get(from.door)?.poke(),
  });
  try {
    await subscribePlayground(store, config, clock);
    await openDoors([...adapters.values()], bot);
    await poster.run();
    // Only now: its start would take a processor from ours.
    work.warm();
    // Counts that were still to be shown when an earlier run ended.
    for (const refresher of refreshers.values()) refresher.poke();
  } catch (error) {
    await poster.stop();
    await Promise.allSettled([...adapters.values()].map((adapter) => adapter.stop()));
    await work.close();
    await store.close();
    throw error;
  }
  // Each by itself: a long one holds up none of the others.
  const ticks = [
    everyMinute('daily', () => poster.run()),
    everyMinute('digests', () => postDigests(daily)),
    everyMinute('reminders', () => remindDue({ ...daily, defaultTimeZone: config.TZ_DEFAULT })),
  ];
  return {
    url: playground.url(),
    async stop() {
      for (const tick of ticks) await tick.stop();
      await poster.stop();
      for (const adapter of adapters.values()) await adapter.stop();
      for (const refresher of refreshers.values()) await refresher.stop();
      await work.close();
      await store.close();
    },
  };
}
