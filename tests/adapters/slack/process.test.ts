import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, systemClock } from '../../../src/paths.ts';
import { openStore } from '../../../src/store/open.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { freePort, PLACE, readable, type Transport } from '../../support/slack/door.ts';
import type { Interaction } from '../../support/slack/interaction.ts';
import { APP_TOKEN, BOT_TOKEN, MINSEO, type Person, SIGNING_SECRET } from '../../support/slack/people.ts';
import { labelsOf, until } from '../../support/slack/reading.ts';
import { LoopbackSlack } from '../../support/slack/server.ts';
import type { View } from '../../support/slack/workspace.ts';
import { subscription } from '../../support/subscription.ts';
import { GOOD_ANSWER, temporaryFolder } from '../../support/world.ts';

/** The built program as an operator runs it, with SLACK_API_URL pointing at the loopback Slack. */

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
/** What Slack waits for an acknowledgement (docs.slack.dev/interactivity/handling-user-interaction). */
const SLACK_WAITS_MS = 3000;

let slack: LoopbackSlack;
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
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.url,
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

/** A fault of a test with what the program said. */
function telling(of: Run): (error: unknown) => never {
  return (error) => {
    throw new Error(`${String(error)}\n${of.output()}`);
  };
}

async function connected(transport: Transport): Promise<Run> {
  if (transport === 'Socket Mode') {
    const started = run(['start']);
    await until(() => slack.socket.isConnected, 'the connection', 30_000).catch(telling(started));
    return started;
  }
  const port = await freePort();
  const started = run(['start'], { SLACK_PORT: String(port), SLACK_SIGNING_SECRET: SIGNING_SECRET });
  slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  await until(() => started.output().includes('http'), 'the start', 30_000);
  return started;
}

async function viewOf(interaction: Interaction): Promise<View> {
  await until(() => interaction.view !== undefined, 'the form', 30_000);
  if (interaction.view === undefined) throw new Error('no form');
  return interaction.view;
}

/** A form that came too late on a busy machine is offered again, and opened by its button. */
async function formOf(asked: Interaction, by: Person): Promise<View> {
  await until(() => asked.view !== undefined || asked.reply !== undefined, 'the form or its offer', 30_000);
  if (asked.view !== undefined || asked.reply === undefined) return viewOf(asked);
  const [again = ''] = labelsOf(asked.reply.body);
  return formOf(slack.hands().press(by, again, asked.reply), by);
}

async function subscribe(): Promise<void> {
  const store = createSqliteStore(openStore(join(folder.path, 'dailygrad.db'), MIGRATIONS), systemClock);
  const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], timeOfDay: '00:00', graceUntil: '23:59' };
  await store.subscribe({ ...subscription(systemClock.now()), ...everyDay, door: 'slack', place: PLACE });
  await store.close();
}

beforeEach(async () => {
  slack = new LoopbackSlack();
  await slack.start();
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await slack.stop();
  folder.remove();
  expect(slack.violations).toEqual([]);
});

describe('the program on Slack', { timeout: 60_000 }, () => {
  it('comes up, posts, answers, and goes on after a restart without posting twice', async () => {
    await subscribe();
    const posted = () => slack.workspace().posted();
    const started = performance.now();
    const first = await connected('Socket Mode');
    await until(() => posted().length === 1, 'the question of the day', 30_000);
    console.log(`up and posted after ${(performance.now() - started).toFixed(0)} ms`);
    const question = posted()[0];
    if (question === undefined) throw new Error('no question');
    const hands = slack.hands();
    const form = await viewOf(hands.press(MINSEO, '답하기', question));
    const graded = hands.submit(MINSEO, form, { answer: GOOD_ANSWER });
    await until(() => readable(graded).includes('/100'), 'the grade');
    first.child.kill('SIGTERM');
    expect(await first.ended, first.output()).toBe(0);
    const second = await connected('Socket Mode');
    const stats = hands.command(MINSEO, 'me stats');
    await until(() => readable(stats).includes('답 1번'), 'the record');
    expect(posted()).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect(await second.ended, second.output()).toBe(0);
    for (const one of [first, second])
      for (const secret of [BOT_TOKEN, APP_TOKEN]) expect(one.output()).not.toContain(secret);
  });

  it.each<Transport>(['Socket Mode', 'HTTP'])('answers fifty members at once over %s', async (transport) => {
    const program = await connected(transport);
    const hands = slack.hands();
    const people = Array.from(
      { length: 50 },
      (_, index): Person => ({ id: `U0M${100 + index}`, name: `m${index}` }),
    );
    for (const one of people) slack.workspace().addPerson(one);
    // A program that has answered all of them before, as on any day but the first.
    const earlier = people.map((by) => hands.command(by, 'quiz question:dropout-effect'));
    await until(() => earlier.every((one) => one.reply !== undefined), 'first answers', 30_000).catch(
      telling(program),
    );
    const asked = people.map((by) => hands.command(by, 'answer question:dropout-effect'));
    const forms = await Promise.all(
      asked.map(async (one, index) => formOf(one, people[index] ?? MINSEO)),
    ).catch(telling(program));
    const all = forms.map((form, index) =>
      hands.submit(people[index] ?? MINSEO, form, { answer: GOOD_ANSWER }),
    );
    await until(() => all.every((one) => readable(one).includes('/100')), 'all grades', 30_000).catch(
      telling(program),
    );
    for (const [name, each] of [
      ['commands', asked],
      ['submissions', all],
    ] as const) {
      const waits = each.map((one) => one.ack?.ms ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
      console.log(
        `${transport}, ${name}: acknowledged after ${waits[25]?.toFixed(0)} ms (median), ${waits[49]?.toFixed(0)} ms (p99)`,
      );
      expect(waits).toHaveLength(50);
      expect(waits.at(-1)).toBeLessThan(SLACK_WAITS_MS);
    }
  });

  it('keeps the other doors open when Slack refuses the token, and never repeats it', async () => {
    slack.state.revoke(undefined, 'invalid_auth');
    const refused = run(['start']);
    await until(() => refused.output().includes('http://127.0.0.1'), 'the playground', 30_000);
    await until(
      () => /refuses? the token|refused the token/.test(refused.output()),
      'word of the token',
      30_000,
    );
    expect(refused.output()).not.toContain(BOT_TOKEN);
    refused.child.kill('SIGTERM');
    expect(await refused.ended, refused.output()).toBe(0);
  });

  it('tries again when Slack is down at the start', async () => {
    slack.trouble.push({ method: 'apps.connections.open', answer: { status: 503 }, times: 2 });
    slack.trouble.push({ method: 'auth.test', answer: { status: 503 }, times: 2 });
    const patient = run(['start']);
    await until(() => slack.socket.isConnected, 'the connection', 50_000).catch(telling(patient));
  });

  it('needs a signing secret where it listens itself', async () => {
    const wrong = run(['start'], { SLACK_PORT: '3999' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('SLACK_SIGNING_SECRET');
  });
});
