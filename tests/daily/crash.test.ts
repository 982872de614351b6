import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { House, type Runner } from '../support/crash/house.ts';
import { crashDiscord, crashSlack } from '../support/crash/platforms.ts';
import { until } from '../support/discord/reading.ts';

/** The daily run is killed at every step of a posting, on real databases and a real door, and started again. */

let house: House;

/** An id that both platforms take for one of theirs. */
function channelOf(index: number): string {
  const number = `7000000000000002${10 + index}`;
  return house.platform.door === 'discord' ? number : `C${number}`;
}

function counts(channels: readonly string[]): readonly number[] {
  return channels.map((channel) => house.platform.count(channel));
}

async function postsOnce(runner: Runner, name: string, channels: readonly string[]): Promise<void> {
  const states = () => house.posts(name).map((one) => one.state);
  const isDone = () => states().length === channels.length && states().every((state) => state === 'posted');
  await until(isDone, `the mark of ${name}`, 60_000);
  await house.looksAgain(runner, name);
  expect([name, ...counts(channels)]).toEqual([name, ...channels.map(() => 1)]);
}

interface Step {
  readonly step: string;
  /** What the database holds when the process is killed there, and how many messages stand in the channel. */
  readonly state: string | undefined;
  readonly messages: number;
}

/** In the order of a posting. */
const STEPS: readonly Step[] = [
  { step: 'before dueSubscriptions', state: undefined, messages: 0 },
  { step: 'after dueSubscriptions', state: undefined, messages: 0 },
  { step: 'after channelHistories', state: undefined, messages: 0 },
  { step: 'before settle', state: undefined, messages: 0 },
  { step: 'inside the transaction to claimed', state: undefined, messages: 0 },
  { step: 'after settle', state: 'claimed', messages: 0 },
  { step: 'after openPosts', state: 'claimed', messages: 0 },
  { step: 'before beginSending', state: 'claimed', messages: 0 },
  { step: 'inside the transaction to unknown', state: 'claimed', messages: 0 },
  { step: 'after beginSending', state: 'unknown', messages: 0 },
  { step: 'before cardOf', state: 'unknown', messages: 0 },
  { step: 'before post', state: 'unknown', messages: 0 },
  { step: 'after post', state: 'unknown', messages: 1 },
  { step: 'before markPosted', state: 'unknown', messages: 1 },
  { step: 'inside the transaction to posted', state: 'unknown', messages: 1 },
  { step: 'after markPosted', state: 'posted', messages: 1 },
];

describe.each([
  ['Discord', crashDiscord],
  ['Slack', crashSlack],
] as const)('on %s', (_platform, make) => {
  beforeEach(async () => {
    house = new House(make());
    await house.open();
  });
  afterEach(async () => {
    await house.close();
    expect(house.platform.faults()).toEqual([]);
  });

  describe('a process that is killed', { timeout: 300_000 }, () => {
    it('at any step of a posting leaves one message in the end', async () => {
      const named = STEPS.map((one, index) => ({ ...one, name: `step-${index}`, channel: channelOf(index) }));
      for (const { name, channel } of named) await house.makeDatabase(name, [channel]);
      const byName = (all: typeof named, step: (one: Step) => string) =>
        Object.fromEntries(all.map((one) => [one.name, step(one)]));
      // A transaction stops the whole process, so each of these has one of its own.
      const alone = named.filter(({ step }) => step.startsWith('inside'));
      const groups = [...alone.map((one) => [one]), named.filter((one) => !alone.includes(one))];
      for (const group of groups) {
        const runner = house.run(byName(group, ({ step }) => step));
        const isThere = () => group.every(({ step }) => runner.lines().includes(`at ${step}`));
        await until(isThere, group.map(({ step }) => step).join(), 60_000);
        await runner.kill();
      }
      const found = named.map(({ step, name, channel }) => {
        return { step, state: house.posts(name)[0]?.state, messages: house.platform.count(channel) };
      });
      expect(found).toEqual(STEPS);
      house.platform.forgetKeys();
      const again = house.run(byName(named, () => ''));
      await Promise.all(named.map(({ name, channel }) => postsOnce(again, name, [channel])));
    });

    it.each([
      ['while the request is out', 'before', 0],
      ['after the platform accepted, before its answer came,', 'after', 1],
    ] as const)('%s leaves one message in the end', async (_name, hold, messages) => {
      await house.makeDatabase('one', [channelOf(0)]);
      let held = false;
      house.wire.hold = hold;
      house.wire.onHeld = () => {
        held = true;
      };
      const first = house.run({ one: '' });
      await until(() => held, 'the request', 60_000);
      await first.kill();
      expect([house.posts('one')[0]?.state, ...counts([channelOf(0)])]).toEqual(['unknown', messages]);
      house.wire.hold = undefined;
      house.platform.forgetKeys();
      await postsOnce(house.run({ one: '' }), 'one', [channelOf(0)]);
    });

    // Slack has no key that would keep such a request out (slack-api-specs issue 10).
    it.runIf(make === crashDiscord)(
      'and whose request arrives only after the next process has posted leaves one message in the end',
      async () => {
        await house.makeDatabase('one', [channelOf(0)]);
        let release: (() => Promise<void>) | undefined;
        house.wire.hold = 'before';
        house.wire.onHeld = (arrive) => {
          release = arrive;
        };
        const first = house.run({ one: '' });
        await until(() => release !== undefined, 'the request', 60_000);
        await first.kill();
        house.wire.hold = undefined;
        const second = house.run({ one: '' });
        await until(() => house.posts('one')[0]?.state === 'posted', 'the mark', 60_000);
        await release?.();
        await postsOnce(second, 'one', [channelOf(0)]);
      },
    );

    it('while it looks for a message, and once more after it, leaves one message in the end', async () => {
      await house.makeDatabase('one', [channelOf(0)]);
      for (const step of ['after post', 'before find', 'after find']) {
        const runner = house.run({ one: step });
        await until(() => runner.lines().includes(`at ${step}`), step, 60_000);
        await runner.kill();
        house.platform.forgetKeys();
      }
      expect(house.posts('one')).toEqual([{ state: 'unknown', attempts: 3 }]);
      await postsOnce(house.run({ one: '' }), 'one', [channelOf(0)]);
    });
  });

  describe('two processes on one database', { timeout: 300_000 }, () => {
    const eight = () => Array.from({ length: 8 }, (_, index) => channelOf(index));

    it('post once in each channel, however slow the platform is', async () => {
      const channels = eight();
      await house.makeDatabase('one', channels);
      // Longer than the lease: it has to be kept.
      house.wire.delayMs = 2 * 1500;
      const [first, second] = [house.run({ one: '' }), house.run({ one: '' })];
      await postsOnce(first, 'one', channels);
      await house.looksAgain(second, 'one');
      expect(counts(channels)).toEqual(channels.map(() => 1));
      expect(house.posts('one').map((row) => row.attempts)).toEqual(channels.map(() => 1));
    });

    it('post once when one of them is killed in the middle', async () => {
      const channels = eight();
      await house.makeDatabase('one', channels);
      const [first, second] = [house.run({ one: 'after post' }), house.run({ one: '' })];
      await until(() => counts(channels).some((count) => count > 0), 'a post', 60_000);
      await first.kill();
      house.platform.forgetKeys();
      await postsOnce(second, 'one', channels);
    });
  });
});
