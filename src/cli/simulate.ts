import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bank } from '../bank/bank.ts';
import { EXIT, type Exit, type Io, write, writeJson } from './io.ts';
import { type Outcome, simulate } from './simulation/run.ts';

/** `npm run simulate`: a year of 50 channels, and what went wrong in it. */

const YEAR = { seed: 2026, startAt: Date.UTC(2026, 0, 1), channels: 50, days: 365, everyMinutes: 90 };

function table(outcome: Outcome, seconds: number): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ['channels', YEAR.channels],
    ['days', YEAR.days],
    ['questions posted', outcome.posts],
    ['posted twice', outcome.duplicates],
    ['dates left out', outcome.gaps.length],
    ['asked again too early', outcome.earlyRepeats],
    ['came back after bad answers', outcome.comebacks],
    ['messages lost on the way', outcome.faults],
    ['process killed while posting', outcome.kills],
    ['process down', outcome.outages],
    ['clock set back', outcome.setBack],
    ['channels moved to another time', outcome.moves],
    ['seconds', seconds],
  ];
  const gaps = outcome.gaps.map((gap) => `  nothing on ${gap}\n`).join('');
  return `${rows.map(([name, value]) => `${name.padEnd(32)}${String(value).padStart(8)}\n`).join('')}${gaps}`;
}

/** Fails when a question was posted twice, left out, or asked again too early. `now` tells milliseconds. */
export async function simulateYear(io: Io, bank: Bank, json: boolean, now: () => number): Promise<Exit> {
  const folder = mkdtempSync(join(tmpdir(), 'dailygrad-year-'));
  try {
    const started = now();
    const outcome = await simulate({ bank, folder, ...YEAR });
    const seconds = Math.round((now() - started) / 100) / 10;
    const { posts, duplicates, gaps, earlyRepeats } = outcome;
    if (json) await writeJson(io, { posts, duplicates, gaps: gaps.length, earlyRepeats, seconds });
    else await write(io.stdout, table(outcome, seconds));
    return duplicates + gaps.length + earlyRepeats === 0 ? EXIT.done : EXIT.failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
