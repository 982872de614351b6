import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, systemClock } from '../../../src/paths.ts';
import { openStore } from '../../../src/store/open.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { isAnswered, MINSEO, PLACE } from '../../support/discord/door.ts';
import { CHANNEL, type Person, TOKEN } from '../../support/discord/people.ts';
import { linesOf, textOf, until } from '../../support/discord/reading.ts';
import { LoopbackDiscord, refusal } from '../../support/discord/server.ts';
import { subscription } from '../../support/subscription.ts';
import { GOOD_ANSWER, temporaryFolder } from '../../support/world.ts';

/** The built program as an operator runs it, with DISCORD_API_URL pointing at the loopback Discord. */

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

let discord: LoopbackDiscord;
let folder: ReturnType<typeof temporaryFolder>;
const children: ChildProcess[] = [];

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder.path,
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.url,
      DATABASE_PATH: join(folder.path, 'dailygrad.db'),
      PLAYGROUND_PORT: '0',
      ...env,
    },
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (piece: Buffer) => {
    output += piece;
  });
  child.stderr.on('data', (piece: Buffer) => {
    output += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, ended, output: () => output };
}

async function subscribe(): Promise<void> {
  const store = createSqliteStore(openStore(join(folder.path, 'dailygrad.db'), MIGRATIONS), systemClock);
  const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], timeOfDay: '00:00', graceUntil: '23:59' };
  await store.subscribe({ ...subscription(systemClock.now()), ...everyDay, door: 'discord', place: PLACE });
  await store.close();
}

beforeEach(async () => {
  discord = new LoopbackDiscord();
  await discord.start();
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await discord.stop();
  folder.remove();
  expect(discord.faults).toEqual([]);
});

describe('the program on Discord', { timeout: 60_000 }, () => {
  it('comes up, registers, posts, answers, and goes on after a restart without posting twice', async () => {
    await subscribe();
    const started = performance.now();
    const first = run(['start']);
    await until(() => discord.in(CHANNEL).length === 1, 'the question of the day', 30_000);
    console.log(`up and posted after ${(performance.now() - started).toFixed(0)} ms`);
    expect(discord.commands.length).toBeGreaterThan(5);
    expect([discord.gateway.intents, discord.gateway.shard]).toEqual([1, [0, 1]]);
    const line = linesOf(discord.in(CHANNEL)[0]?.body).get('답하기') ?? '';
    const graded = discord.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, by: MINSEO });
    await until(() => isAnswered(graded), 'the grade');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = run(['start']);
    await until(
      () => discord.gateway.identifies === 2 && second.output().includes('http'),
      'the second start',
      30_000,
    );
    const stats = discord.interact({ kind: 'slash', command: 'me stats', by: MINSEO });
    await until(() => isAnswered(stats), 'the record');
    expect(textOf(stats.original?.body)).toContain('답 1번');
    expect(discord.in(CHANNEL)).toHaveLength(1);
    expect(discord.commandWrites).toBe(1);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    for (const one of [first, second]) expect(one.output()).not.toContain(TOKEN);
  });

  it('answers fifty members at once', async () => {
    run(['start']);
    await until(() => discord.commandWrites === 1, 'the commands', 30_000);
    const line = 'answer question:dropout-effect';
    const one = (by: Person) => discord.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, by });
    const first = one(MINSEO);
    await until(() => isAnswered(first), 'the first grade');
    const people = Array.from({ length: 50 }, (_, index) => ({
      id: `7100000000000000${10 + index}`,
      name: `m${index}`,
    }));
    const all = people.map(one);
    await until(() => all.every(isAnswered), 'all grades', 30_000);
    expect(all.every((each) => /\d+\/100/.test(textOf(each.original?.body)))).toBe(true);
    const waits = all.map((each) => each.firstAnswerMs).sort((a, b) => a - b);
    console.log(`first answers: median ${waits[25]?.toFixed(0)} ms, longest ${waits.at(-1)?.toFixed(0)} ms`);
    // Discord gives up after three seconds.
    expect(waits.at(-1)).toBeLessThan(3000);
  });

  it('has stored every answer that it confirmed, when it is killed among fifty of them', async () => {
    const killed = run(['start']);
    await until(() => discord.commandWrites === 1, 'the commands', 30_000);
    const line = 'answer question:dropout-effect';
    const all = Array.from({ length: 50 }, (_, index) =>
      discord.interact({
        kind: 'form',
        line,
        fields: { answer: GOOD_ANSWER },
        by: { id: `7100000000000000${10 + index}`, name: `m${index}` },
      }),
    );
    const confirmed = () => all.filter((each) => each.type !== undefined);
    await until(() => confirmed().length >= 10, 'the first confirmations', 30_000);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const people = confirmed().map((each) => each.by.id);
    expect(people.length).toBeGreaterThanOrEqual(10);
    const { sqlite } = openStore(join(folder.path, 'dailygrad.db'), MIGRATIONS);
    const stored = sqlite
      .prepare('select members.external_id from answers join members on members.id = answers.member_id')
      .pluck()
      .all();
    sqlite.close();
    expect(people.filter((id) => !stored.includes(id))).toEqual([]);
  });

  it('keeps the other doors open when Discord refuses the token, and never repeats it', async () => {
    const wrong = run(['start'], { DISCORD_TOKEN: 'a-wrong-token' });
    await until(() => wrong.output().includes('http://127.0.0.1'), 'the playground', 30_000);
    expect(wrong.output()).toContain('refused the token');
    expect(wrong.output()).not.toContain('a-wrong-token');
    wrong.child.kill('SIGTERM');
    expect(await wrong.ended).toBe(0);
  });

  it('tries again when Discord is down at the start', async () => {
    discord.trouble.push({
      method: 'get',
      path: /^\/gateway\/bot$/,
      answer: refusal(503, 0, 'down'),
      times: 6,
    });
    const patient = run(['start']);
    await until(() => discord.gateway.identifies === 1, 'the connection', 30_000);
    expect(patient.output()).toContain('no connection to Discord yet');
  });

  it('takes its shards from the settings, and only the first process registers', async () => {
    const second = run(['start'], { DISCORD_SHARDS: '1', DISCORD_SHARD_COUNT: '2' });
    await until(
      () => discord.gateway.identifies === 1 && second.output().includes('http'),
      'the connection',
      30_000,
    );
    expect(discord.gateway.shard).toEqual([1, 2]);
    expect(discord.commandWrites).toBe(0);
  });

  it('is examined by doctor', async () => {
    await subscribe();
    const well = run(['doctor', '--json']);
    expect(await well.ended, well.output()).toBe(0);
    const found = JSON.parse(well.output()) as {
      checks: { name: string; ok: boolean; detail: string }[];
      invitation: string;
    };
    expect(found.checks.every((one) => one.ok)).toBe(true);
    expect(found.checks.at(-1)?.detail).toBe('#daily of Study group: all permissions');
    expect(found.invitation).toContain('client_id=700000000000000001');
    discord.permissions = 1n << 10n;
    const ill = run(['doctor']);
    expect(await ill.ended).toBe(1);
    expect(ill.output()).toContain('missing SendMessages, AttachFiles, ReadMessageHistory');
    const refused = run(['doctor'], { DISCORD_TOKEN: 'a-wrong-token' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('refuses the token');
    expect(refused.output()).not.toContain('a-wrong-token');
  });

  it('registers its commands by itself', async () => {
    const first = run(['discord', 'register', '--json']);
    expect(await first.ended, first.output()).toBe(0);
    expect(JSON.parse(first.output())).toMatchObject({ changed: true });
    const again = run(['discord', 'register']);
    expect(await again.ended).toBe(0);
    expect(again.output()).toContain('nothing was written');
  });
});
