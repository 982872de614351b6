import { registerNow } from '../adapters/discord/doctor.ts';
import type { Bank } from '../bank/bank.ts';
import { createLookup } from '../bank/lookup.ts';
import { allCommands } from '../commands/index.ts';
import { ConfigError, loadConfig } from '../config.ts';
import { CATALOGUE } from '../demos/catalogue.ts';
import { FailedError, type Io, write, writeJson } from './io.ts';

/** `discord register`: brings the commands that Discord has up to date; a start does the same by itself. */
export async function discordRegister(
  io: Io,
  bank: Bank,
  env: Readonly<Record<string, string | undefined>>,
  json: boolean,
): Promise<void> {
  const config = configOf(env);
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = config;
  if (token === undefined) throw new FailedError('DISCORD_TOKEN is not set');
  const access = { token, ...(apiUrl === undefined ? {} : { apiUrl }) };
  const done = await registerNow(access, allCommands(createLookup(bank, CATALOGUE))).catch(
    (error: unknown) => {
      throw new FailedError(
        `Discord did not take the commands: ${error instanceof Error ? error.message : String(error)}`,
      );
    },
  );
  if (json) return writeJson(io, done);
  await write(
    io.stdout,
    `${done.commands} commands ${done.changed ? 'registered' : 'up to date; nothing was written'}\n`,
  );
}

function configOf(env: Readonly<Record<string, string | undefined>>) {
  try {
    return loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) throw new FailedError(error.message);
    throw error;
  }
}
