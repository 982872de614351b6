import { existsSync } from 'node:fs';
import { type Check, diagnose } from '../adapters/discord/doctor.ts';
import { DOOR } from '../adapters/discord/settings.ts';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import type { Place } from '../core/call.ts';
import { MIGRATIONS, systemClock } from '../paths.ts';
import { openStore, StoreError } from '../store/open.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import { EXIT, type Exit, FailedError, type Io, write, writeJson } from './io.ts';

/** The channels that get a question, whether paused or not. */
async function placesOf(config: Config): Promise<readonly Place[]> {
  if (!existsSync(config.DATABASE_PATH)) return [];
  const store = createSqliteStore(openStore(config.DATABASE_PATH, MIGRATIONS), systemClock);
  try {
    return (await store.subscriptions(DOOR)).map((one) => one.place);
  } finally {
    await store.close();
  }
}

function lineOf({ name, ok, detail }: Check): string {
  return `${ok ? 'ok  ' : 'FAIL'}  ${name}: ${detail}\n`;
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
    const settings: Check = { name: 'settings', ok: true, detail: 'all values can be used' };
    if (token === undefined) {
      const unset: Check = { name: 'discord', ok: true, detail: 'not set up (DISCORD_TOKEN is not set)' };
      await report(io, [settings, unset], undefined, json);
      return EXIT.done;
    }
    const access = { token, ...(apiUrl === undefined ? {} : { apiUrl }) };
    const { checks, invitation } = await diagnose(access, await placesOf(config));
    const named = checks.map((one) => ({ ...one, name: `discord ${one.name}` }));
    await report(io, [settings, ...named], invitation, json);
    return named.every((one) => one.ok) ? EXIT.done : EXIT.failed;
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StoreError) throw new FailedError(error.message);
    throw error;
  }
}

async function report(
  io: Io,
  checks: readonly Check[],
  invitation: string | undefined,
  json: boolean,
): Promise<void> {
  if (json) return writeJson(io, { checks, ...(invitation === undefined ? {} : { invitation }) });
  for (const check of checks) await write(io.stdout, lineOf(check));
  if (invitation !== undefined)
    await write(io.stdout, `\nTo add the bot to a server, open\n  ${invitation}\n`);
}
