import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../../src/paths.ts';
import { openStore } from '../../../src/store/open.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { until } from '../discord/reading.ts';
import { subscription } from '../subscription.ts';
import { temporaryFolder } from '../world.ts';
import type { CrashPlatform } from './platforms.ts';
import { Wire } from './wire.ts';

/** Databases with a channel each, a platform, and processes of the daily run that can be killed. */

const RUNNER = fileURLToPath(new URL('./runner.mjs', import.meta.url));
export const LEASE_MS = 1500;
/** All clocks show this at the start: 09:30 of a Friday in Seoul. */
const START = Date.parse('2026-11-20T00:30:00Z');

export interface Runner {
  readonly child: ChildProcess;
  lines(): readonly string[];
  kill(): Promise<void>;
}

export interface PostRow {
  readonly state: string;
  readonly attempts: number;
}

export class House {
  readonly platform: CrashPlatform;
  readonly wire: Wire;
  readonly #folder = temporaryFolder();
  readonly #shift = START - Date.now();
  readonly #runners: Runner[] = [];

  constructor(platform: CrashPlatform) {
    this.platform = platform;
    this.wire = new Wire(platform);
  }

  async open(): Promise<void> {
    await this.platform.start();
    await this.wire.start();
  }

  pathOf(name: string): string {
    return join(this.#folder.path, `${name}.db`);
  }

  /** A database with channels that are due. */
  async makeDatabase(name: string, channels: readonly string[]): Promise<void> {
    const store = createSqliteStore(openStore(this.pathOf(name), MIGRATIONS), { now: () => START });
    for (const channel of channels) {
      const { door, workspace } = this.platform;
      this.platform.addChannel(channel);
      await store.subscribe({ ...subscription(START), door, place: { workspace, channel } });
    }
    await store.close();
  }

  /** A process for databases by name, with the step at which each is to stop. */
  run(steps: Readonly<Record<string, string>>): Runner {
    const databases = Object.entries(steps).map(([name, step]) => `${this.pathOf(name)}=${step}`);
    const { door, tokens } = this.platform;
    const args = [RUNNER, door, this.wire.url, tokens, String(this.#shift), String(LEASE_MS), ...databases];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece;
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const runner: Runner = {
      child,
      lines: () => output.split('\n'),
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
    };
    this.#runners.push(runner);
    return runner;
  }

  posts(name: string): readonly PostRow[] {
    const sqlite = new Database(this.pathOf(name), { readonly: true });
    try {
      return sqlite.prepare('select state, attempts from posts').all() as PostRow[];
    } finally {
      sqlite.close();
    }
  }

  /** Waits until a process has looked at what is due twice more, the last time after all leases are over. */
  async looksAgain(runner: Runner, name: string): Promise<void> {
    const looks = () => runner.lines().filter((line) => line === `looked at ${this.pathOf(name)}`).length;
    const before = looks();
    const from = performance.now();
    const isDone = () => looks() >= before + 2 && performance.now() - from > 1.5 * LEASE_MS;
    await until(isDone, 'more looks', 60_000);
  }

  async close(): Promise<void> {
    for (const runner of this.#runners) await runner.kill();
    await this.wire.stop();
    await this.platform.stop();
    this.#folder.remove();
  }
}
