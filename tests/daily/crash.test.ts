import { describe, expect, it } from 'vitest';
import { type House, looksAgain, openHouse, type Runner } from '../support/crash/house.ts';
import { CHANNEL } from '../support/discord/people.ts';
import { until } from '../support/discord/reading.ts';

/** The daily run is killed at every step of a posting, on a real database and a real door, and started again. */

/** Houses stand side by side: most of the time is spent on waiting for leases to run out. */
async function inHouse(
  task: (house: House) => Promise<void>,
  channels: readonly string[] = [CHANNEL],
): Promise<void> {
  const house = await openHouse(channels);
  try {
    await task(house);
  } finally {
    await house.close();
  }
}

/** Discord forgets nonces after minutes: from here on only looking for the message protects from a second one. */
function forgetNonces(house: House): void {
  for (const messages of house.discord.messages.values())
    for (const message of messages) message.nonce = 'forgotten';
}

async function postsOnce(
  house: House,
  runner: Runner,
  channels: readonly string[] = [CHANNEL],
): Promise<void> {
  const isDone = () =>
    house.posts().length === channels.length && house.posts().every((one) => one.state === 'posted');
  await until(isDone, 'the mark', 60_000);
  await looksAgain(runner, 2);
  expect(channels.map((channel) => house.discord.in(channel).length)).toEqual(channels.map(() => 1));
  expect(house.posts().map((one) => one.state)).toEqual(channels.map(() => 'posted'));
  expect(house.discord.faults).toEqual([]);
}

/** Steps of the run in their order, and what the database holds when the process is killed there. */
const STEPS: readonly (readonly [step: string, state: string | undefined, messages: number])[] = [
  ['before dueSubscriptions', undefined, 0],
  ['after dueSubscriptions', undefined, 0],
  ['after channelHistories', undefined, 0],
  ['before settle', undefined, 0],
  ['inside the transaction to claimed', undefined, 0],
  ['after settle', 'claimed', 0],
  ['after openPosts', 'claimed', 0],
  ['before beginSending', 'claimed', 0],
  ['inside the transaction to unknown', 'claimed', 0],
  ['after beginSending', 'unknown', 0],
  ['before cardOf', 'unknown', 0],
  ['before post', 'unknown', 0],
  ['after post', 'unknown', 1],
  ['before markPosted', 'unknown', 1],
  ['inside the transaction to posted', 'unknown', 1],
  ['after markPosted', 'posted', 1],
];

describe.concurrent('a process that is killed', { timeout: 120_000 }, () => {
  it.each(STEPS)('%s leaves one message in the end', (step, state, messages) =>
    inHouse(async (house) => {
      const first = house.run(step);
      await until(() => first.lines().includes(`at ${step}`), step, 60_000);
      await first.kill();
      expect([house.posts()[0]?.state, house.discord.in(CHANNEL).length]).toEqual([state, messages]);
      forgetNonces(house);
      await postsOnce(house, house.run());
    }),
  );

  it.each([
    ['while the request is out', 'before', 0],
    ['after the platform accepted, before its answer came', 'after', 1],
  ] as const)('%s leaves one message in the end', (_name, hold, messages) =>
    inHouse(async (house) => {
      let held = false;
      house.wire.hold = hold;
      house.wire.onHeld = () => {
        held = true;
      };
      const first = house.run();
      await until(() => held, 'the request', 60_000);
      await first.kill();
      expect([house.posts()[0]?.state, house.discord.in(CHANNEL).length]).toEqual(['unknown', messages]);
      house.wire.hold = undefined;
      forgetNonces(house);
      await postsOnce(house, house.run());
    }),
  );

  it('whose request arrives only after the next process has posted leaves one message in the end', () =>
    inHouse(async (house) => {
      let release: (() => Promise<void>) | undefined;
      house.wire.hold = 'before';
      house.wire.onHeld = (let_) => {
        release = let_;
      };
      const first = house.run();
      await until(() => release !== undefined, 'the request', 60_000);
      await first.kill();
      house.wire.hold = undefined;
      const second = house.run();
      await until(() => house.posts()[0]?.state === 'posted', 'the mark', 60_000);
      await release?.();
      await postsOnce(house, second);
    }));

  it('while it looks for a message, and once more after it, leaves one message in the end', () =>
    inHouse(async (house) => {
      for (const step of ['after post', 'before find', 'after find']) {
        const runner = house.run(step);
        await until(() => runner.lines().includes(`at ${step}`), step, 60_000);
        await runner.kill();
        forgetNonces(house);
      }
      expect(house.posts()).toEqual([{ state: 'unknown', attempts: 3 }]);
      await postsOnce(house, house.run());
    }));
});

describe.concurrent('two processes on one database', { timeout: 120_000 }, () => {
  const channels = Array.from({ length: 8 }, (_, index) => `7000000000000001${10 + index}`);

  it('post once in each channel, however slow the platform is', () =>
    inHouse(async (house) => {
      // Longer than the lease: it has to be kept.
      house.wire.delayMs = 2500;
      const [first, second] = [house.run(), house.run()];
      await postsOnce(house, first, channels);
      await looksAgain(second, 1);
      expect(channels.map((channel) => house.discord.in(channel).length)).toEqual(channels.map(() => 1));
      expect(house.posts().map((one) => one.attempts)).toEqual(channels.map(() => 1));
    }, channels));

  it('post once when one of them is killed in the middle', () =>
    inHouse(async (house) => {
      const first = house.run('after post');
      const second = house.run();
      await until(
        () => first.lines().includes('at after post') || house.posts().length > 0,
        'a post',
        60_000,
      );
      await first.kill();
      forgetNonces(house);
      await postsOnce(house, second, channels);
    }, channels));
});
