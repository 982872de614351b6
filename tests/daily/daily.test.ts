import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/plain.ts';
import { postDue, postKey } from '../../src/daily/post-due.ts';
import { refreshPosts, throttled } from '../../src/daily/refresh.ts';
import type { DailySettings } from '../../src/daily/settings.ts';
import { DailyWorld } from '../support/daily.ts';
import type { Platform } from '../support/platform.ts';
import { unfinishedPosts } from '../support/posts.ts';
import { PLACE } from '../support/subscription.ts';
import type { TestClock } from '../support/world.ts';

const HOUR = 3600 * 1000;

describe('the daily run', () => {
  let world: DailyWorld;
  let clock: TestClock;
  let platform: Platform;
  let settings: DailySettings;

  beforeEach(async () => {
    world = new DailyWorld('2026-11-20T00:00:00Z'); // 09:00 in Seoul, a Friday
    ({ clock, platform, settings } = world);
    await world.subscribe({ skipDates: ['2026-11-24'] });
  });
  afterEach(() => world.close());

  async function restart(): Promise<void> {
    await world.restart();
    settings = world.settings;
  }

  it('posts one question a local date, however often it runs', async () => {
    for (let i = 0; i < 5; i++) {
      await postDue(settings);
      clock.advance(60_000);
    }
    expect(platform.messages).toHaveLength(1);
    await restart();
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
  });

  it('posts at the time, on weekdays, and not on a skipped date', async () => {
    const dates: string[] = [];
    for (let hour = 0; hour < 24 * 7; hour++) {
      const before = platform.messages.length;
      await postDue(settings);
      if (platform.messages.length > before)
        dates.push(new Date(clock.now() + 9 * HOUR).toISOString().slice(0, 13));
      clock.advance(HOUR);
    }
    expect(dates).toEqual(['2026-11-20T09', '2026-11-23T09', '2026-11-25T09', '2026-11-26T09']);
    const questions = platform.messages.map((message) => cardText(message.card));
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('posts late on the same day after an outage, and not at all when the day is over', async () => {
    clock.advance(5 * HOUR);
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
    clock.at = Date.parse('2026-11-23T15:30:00Z'); // Tuesday 00:30 in Seoul; Monday was missed, Tuesday is skipped
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
  });

  it('does not post twice when the platform took the message but the answer was lost', async () => {
    platform.failure = 'after';
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
    await restart();
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
    expect(await settings.store.latestPost('door', PLACE)).toMatchObject({ state: 'posted', ref: '1' });
  });

  it('tries again when the message never arrived', async () => {
    platform.failure = 'before';
    await postDue(settings);
    expect(platform.messages).toHaveLength(0);
    await restart();
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
    expect(await unfinishedPosts(settings.store)).toEqual([]);
  });

  it('gives up a post that never arrived when its day is over', async () => {
    platform.failure = 'before';
    await postDue(settings);
    clock.at = Date.parse('2026-11-20T15:30:00Z'); // Saturday 00:30 in Seoul
    await postDue(settings);
    expect(platform.messages).toHaveLength(0);
    expect(await settings.store.latestPost('door', PLACE)).toMatchObject({ state: 'failed' });
  });

  it('rests where nothing can be posted, tells an admin once, and goes on the same day when it is set up again', async () => {
    platform.failure = 'forbidden';
    await postDue(settings);
    await postDue(settings);
    expect([platform.messages.length, platform.told.length]).toEqual([0, 1]);
    expect(platform.told[0]).toContain('권한이 없어요');
    const paused = await settings.store.subscription('door', PLACE);
    expect(paused?.paused).toBe(true);
    if (paused !== undefined) await settings.store.subscribe(paused);
    await postDue(settings);
    expect(platform.messages).toHaveLength(1);
  });

  it('keeps a key within Discord’s 25 characters of a nonce, one a channel and date', () => {
    expect(postKey({ subscriptionId: 123456, localDate: '2026-11-20' as never }).length).toBeLessThanOrEqual(
      25,
    );
    expect(postKey({ subscriptionId: 1, localDate: '2026-11-20' as never })).not.toBe(
      postKey({ subscriptionId: 1, localDate: '2026-11-21' as never }),
    );
  });

  it('brings the count on the card up to date, and only when it changed', async () => {
    await postDue(settings);
    const post = await settings.store.latestPost('door', PLACE);
    const member = await settings.store.member({
      door: 'door',
      workspace: 'team',
      member: 'm',
      name: 'm',
      admin: false,
    });
    await settings.store.recordAnswer({
      interactionId: '1',
      member,
      questionId: post?.questionId ?? '',
      level: 1,
      kind: 'daily',
      postId: post?.id ?? 0,
      text: 'x',
      score: 80,
      covered: [],
      version: '1',
      at: 1,
      localDate: '2026-11-20',
      active: true,
      pointsFor: () => 1,
    });
    await refreshPosts(settings);
    await refreshPosts(settings);
    expect(platform.edits).toBe(1);
    expect(cardText(platform.messages[0]?.card ?? { tone: 'neutral', blocks: [] })).toContain(
      '1명이 답했고 평균은 80점',
    );
  });
});

describe('throttling', () => {
  it('runs at once, then at most once an interval, and never two at a time', async () => {
    let runs = 0;
    let running = 0;
    let most = 0;
    const task = throttled(async () => {
      runs += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
    }, 20);
    for (let i = 0; i < 50; i++) task.poke();
    await new Promise((resolve) => setTimeout(resolve, 60));
    await task.stop();
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
  });
});
