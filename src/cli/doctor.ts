import { existsSync } from 'node:fs';
import { type Check, diagnose } from '../adapters/discord/doctor.ts';
import { DOOR } from '../adapters/discord/settings.ts';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import type { Place } from '../core/call.ts';
import type { AuditLine } from '../core/stores/posting.ts';
import { MIGRATIONS, systemClock } from '../paths.ts';
import { openStore, StoreError } from '../store/open.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import { EXIT, type Exit, FailedError, type Io, write, writeJson } from './io.ts';

/** Posts shown, newest first. */
const SHOWN_POSTS = 10;

interface Known {
  /** The channels that get a question, whether paused or not. */
  readonly places: readonly Place[];
  readonly posts: readonly AuditLine[];
}

async function readDatabase(config: Config): Promise<Known> {
  if (!existsSync(config.DATABASE_PATH)) return { places: [], posts: [] };
  const store = createSqliteStore(openStore(config.DATABASE_PATH, MIGRATIONS), systemClock);
  try {
    const places = (await store.subscriptions(DOOR)).map((one) => one.place);
    return { places, posts: await store.audit(SHOWN_POSTS) };
  } finally {
    await store.close();
  }
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
    const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = config;
    const { places, posts } = await readDatabase(config);
    const settings: Check = { name: 'settings', ok: true, detail: 'all values can be used' };
    if (token === undefined) {
      const unset: Check = { name: 'discord', ok: true, detail: 'not set up (DISCORD_TOKEN is not set)' };
      await report(io, { checks: [settings, unset], posts }, json);
      return EXIT.done;
    }
    const access = { token, ...(apiUrl === undefined ? {} : { apiUrl }) };
    const { checks, invitation } = await diagnose(access, places);
    const named = checks.map((one) => ({ ...one, name: `discord ${one.name}` }));
    await report(io, { checks: [settings, ...named], posts, ...(invitation && { invitation }) }, json);
    return named.every((one) => one.ok) ? EXIT.done : EXIT.failed;
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
