import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimPost } from '../support/posts.ts';
import { GOOD_ANSWER, makeWorld, type World, words } from '../support/world.ts';

/** Dates without a question neither extend nor break a streak, whatever is set when. Friday 20 November 2026, noon in Seoul. */

const DAY = 24 * 3600 * 1000;
const PLACE = { workspace: 'team', channel: 'daily' };

describe('a streak', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld({ at: '2026-12-21T03:00:00Z' }); // a Monday
  });
  afterEach(() => world.close());

  const setup = (line: string) => world.say(`setup ${line}`, { member: 'lead', admin: true });
  let question = 0;

  /** The day's question is asked, as the daily run would. */
  async function ask(date: string): Promise<void> {
    const subscription = await world.store.subscription('test', PLACE);
    if (subscription === undefined) throw new Error('not subscribed');
    question += 1;
    await claimPost(world.store, subscription, date, `q${question}`, subscription.nextDueAt);
  }
  const answer = () => world.say('answer question:dropout-effect', { fields: { answer: GOOD_ANSWER } });
  const streak = async (): Promise<string> => words(await world.say('me stats'));
  const later = (days: number): void => world.clock.advance(days * DAY);

  it('runs on over a weekend, a holiday and a skipped date', async () => {
    await setup('holidays:kr skip:12/28');
    for (const date of ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24']) {
      await ask(date);
      await answer();
      later(1);
    }
    // Friday is Christmas, then the weekend, then the skipped Monday.
    later(4);
    expect(await streak()).toContain('4일');
    await ask('2026-12-29');
    expect(words(await answer())).toContain('5일째');
  });

  it('is not extended by an answer on a day off', async () => {
    await setup('holidays:kr');
    await ask('2026-12-21');
    await answer();
    world.clock.at = Date.parse('2026-12-25T03:00:00Z');
    for (const date of ['2026-12-22', '2026-12-23', '2026-12-24']) await ask(date);
    expect(words(await answer())).not.toContain('2일째');
  });

  it('stands still while the only channel is paused, with a date or without, and after it was stopped', async () => {
    await setup('time:18:00');
    await ask('2026-12-21');
    await answer();
    for (const pause of ['setup pause:2027-01-04', 'setup pause:on', 'setup stop sure:yes']) {
      await world.say(pause, { member: 'lead', admin: true });
      later(3);
      expect(await streak(), pause).toContain('1일');
    }
    await setup('pause:off');
    later(0);
    await ask('2026-12-30');
    expect(words(await answer())).toContain('2일째');
  });

  it('is not broken afterwards by more weekdays, nor by a day on which the bot did not run', async () => {
    await setup('days:월');
    await ask('2026-12-21');
    await answer();
    later(3);
    await setup('days:매일');
    later(1);
    expect(await streak()).toContain('1일');
    await ask('2026-12-25');
    expect(words(await answer())).toContain('2일째');
  });

  it('is broken by a date that had a question', async () => {
    await setup('days:매일');
    await ask('2026-12-21');
    await answer();
    later(1);
    await ask('2026-12-22');
    later(1);
    await ask('2026-12-23');
    expect(words(await answer())).toContain('1일째');
  });

  it('can be kept by practice alone before the first question', async () => {
    await answer();
    later(1);
    await answer();
    await setup('days:월');
    expect(await streak()).toContain('2일');
    later(1);
    expect(await streak()).toContain('2일');
  });
});
