import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS } from '../../../src/paths.ts';
import { openStore } from '../../../src/store/open.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { GUILD, TOKEN } from '../discord/people.ts';
import { until } from '../discord/reading.ts';
import { LoopbackDiscord } from '../discord/server.ts';
import { subscription } from '../subscription.ts';
import { temporaryFolder } from '../world.ts';
import { Wire } from './wire.ts';

/** A database, a Discord and processes of the daily run that can be killed. */

const RUNNER = fileURLToPath(new URL('./runner.mjs', import.meta.url));
export const LEASE_MS = 900;
/** All clocks show this at the start: 09:30 of a Friday in Seoul. */
const START = Date.parse('2026-11-20T00:30:00Z');

export interface Runner {
  readonly child: ChildProcess;
  lines(): readonly string[];
  kill(): Promise<void>;
}

export interface House {
  readonly discord: LoopbackDiscord;
  readonly wire: Wire;
  run(step?: string): Runner;
  /** Rows of posts: state and attempts. */
  posts(): readonly { readonly state: string; readonly attempts: number }[];
  close(): Promise<void>;
}

export async function openHouse(channels: readonly string[]): Promise<House> {
  const discord = new LoopbackDiscord();
  await discord.start();
  const wire = new Wire(discord);
  await wire.start();
  const folder = temporaryFolder();
  const path = join(folder.path, 'crash.db');
  const opened = openStore(path, MIGRATIONS);
  const store = createSqliteStore(opened, { now: () => START });
  for (const channel of channels) {
    discord.messages.set(channel, []);
    const place = { workspace: GUILD, channel };
    await store.subscribe({ ...subscription(START), door: 'discord', place });
  }
  const shift = START - Date.now();
  const runners: Runner[] = [];

  function run(step = ''): Runner {
    const args = [RUNNER, path, wire.url, TOKEN, String(shift), String(LEASE_MS), step];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece;
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const runner = {
      child,
      lines: () => output.split('\n'),
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
    };
    runners.push(runner);
    return runner;
  }

  return {
    discord,
    wire,
    run,
    posts: () =>
      opened.sqlite.prepare('select state, attempts from posts').all() as {
        state: string;
        attempts: number;
      }[],
    async close() {
      for (const runner of runners) await runner.kill();
      await wire.stop();
      await discord.stop();
      await store.close();
      folder.remove();
    },
  };
}

/** Waits until a runner has looked at what is due `count` times more, the last of them after all leases are over. */
export async function looksAgain(runner: Runner, count: number): Promise<void> {
  const before = runner.lines().length;
  const from = performance.now();
  await until(
    () => runner.lines().length >= before + count && performance.now() - from > 1.5 * LEASE_MS,
    'more runs',
    60_000,
  );
}
