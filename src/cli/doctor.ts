import { existsSync } from 'node:fs';
import { type Check, diagnose as diagnoseDiscord } from '../adapters/discord/doctor.ts';
import { DOOR as DISCORD } from '../adapters/discord/settings.ts';
import { diagnose as diagnoseSlack } from '../adapters/slack/doctor.ts';
import { DOOR as SLACK } from '../adapters/slack/settings.ts';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import type { Log } from '../core/ports.ts';
import type { Store } from '../core/store.ts';
import type { AuditLine } from '../core/stores/posting.ts';
import { MIGRATIONS, systemClock } from '../paths.ts';
import { slackAccess } from '../slack-access.ts';
import { openStore, StoreError } from '../store/open.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import { EXIT, type Exit, FailedError, type Io, write, writeJson } from './io.ts';

/** Posts shown, newest first. */
const SHOWN_POSTS = 10;

/** What doctor has to say, it says itself. */
const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** With the database where there is one; it is not made for this. */
async function withStore<T>(config: Config, use: (store: Store) => Promise<T>): Promise<T> {
  const path = existsSync(config.DATABASE_PATH) ? config.DATABASE_PATH : ':memory:';
  const store = createSqliteStore(openStore(path, MIGRATIONS), systemClock);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The channels that get a question, whether paused or not. */
async function placesOf(store: Store, door: string) {
  return (await store.subscriptions(door)).map((one) => one.place);
}

interface Found {
  readonly checks: readonly Check[];
  readonly invitation?: string;
}

async function discord(
  { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl }: Config,
  store: Store,
): Promise<Found> {
  if (token === undefined)
    return { checks: [{ name: DISCORD, ok: true, detail: 'not set up (DISCORD_TOKEN is not set)' }] };
  const access = { token, ...(apiUrl === undefined ? {} : { apiUrl }) };
  const { checks, ...rest } = await diagnoseDiscord(access, await placesOf(store, DISCORD));
  return { ...rest, checks: checks.map((one) => ({ ...one, name: `${DISCORD} ${one.name}` })) };
}

async function slack(config: Config, store: Store): Promise<readonly Check[]> {
  const access = slackAccess(config, store);
  if (access === undefined)
    return [{ name: SLACK, ok: true, detail: 'not set up (SLACK_BOT_TOKEN is not set)' }];
  const checks = await diagnoseSlack({ ...access, log: QUIET }, await placesOf(store, SLACK));
  return checks.map((one) => ({ ...one, name: `${SLACK} ${one.name}` }));
}

function lineOf({ name, ok, detail }: Check): string {
  return `${ok ? 'ok  ' : 'FAIL'}  ${name}: ${detail}\n`;
}

function postLine({
  localDate,
  door,
  channel,
  state,
  questionId,
  dueAt,
  postedAt,
  failure,
}: AuditLine): string {
  const late =
    dueAt === undefined || postedAt === undefined ? '' : `, ${Math.round((postedAt - dueAt) / 1000)} s late`;
  const why = failure === undefined ? '' : ` (${failure})`;
  return `  ${localDate}  ${door} ${channel}  ${questionId}  ${state}${late}${why}\n`;
}

/** `doctor`: checks settings and what they lead to, one line each; fails when any check does. */
export async function doctor(
  io: Io,
  env: Readonly<Record<string, string | undefined>>,
  json: boolean,
): Promise<Exit> {
  try {
    const config = loadConfig(env);
    const settings: Check = { name: 'settings', ok: true, detail: 'all values can be used' };
    const findings = await withStore(config, async (store): Promise<Findings> => {
      const found = await discord(config, store);
      const checks = [settings, ...(await slack(config, store)), ...found.checks];
      return { ...found, checks, posts: await store.audit(SHOWN_POSTS) };
    });
    await report(io, findings, json);
    return findings.checks.every((one) => one.ok) ? EXIT.done : EXIT.failed;
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StoreError) throw new FailedError(error.message);
    throw error;
  }
}

interface Findings {
  readonly checks: readonly Check[];
  readonly posts: readonly AuditLine[];
  readonly invitation?: string;
}

async function report(io: Io, findings: Findings, json: boolean): Promise<void> {
  if (json) return writeJson(io, findings);
  const { checks, posts, invitation } = findings;
  for (const check of checks) await write(io.stdout, lineOf(check));
  if (posts.length > 0) await write(io.stdout, `\nThe newest posts\n${posts.map(postLine).join('')}`);
  if (invitation !== undefined)
    await write(io.stdout, `\nTo add the bot to a server, open\n  ${invitation}\n`);
}
