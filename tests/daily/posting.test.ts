import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Subscription } from '../../src/core/store.ts';
import { postDue } from '../../src/daily/post-due.ts';
import { createPoster } from '../../src/daily/poster.ts';
import { LEASE_MS } from '../../src/daily/settings.ts';
import { DailyWorld } from '../support/daily.ts';
import { PLACE } from '../support/subscription.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: DailyWorld;
let subscribed: Subscription;
beforeEach(async () => {
  world = new DailyWorld('2026-11-20T00:00:00Z'); // 09:00 in Seoul, a Friday
  subscribed = await world.subscribe({ weekdays: [1, 2, 3, 4, 5, 6, 7] });
});
afterEach(() => world.close());

function keys(): string[] {
  return world.platform.messages.map((message) => message.key);
}

async function runAt(at: string): Promise<void> {
  world.clock.at = Date.parse(at);
  await postDue(world.settings);
}

describe('a post', () => {
  it('is not looked for when it was only claimed, and is when its outcome is not known', async () => {
    await postDue(world.settings);
    expect(world.platform.finds).toBe(0);
    world.platform.failure = 'after';
    await runAt('2026-11-21T00:00:00Z');
    expect(await world.settings.store.audit(1)).toMatchObject([
      { state: 'unknown', attempts: 1, failure: 'timed out' },
    ]);
    await postDue(world.settings);
    expect([world.platform.finds, keys().length]).toEqual([1, 2]);
    expect(await world.settings.store.audit(1)).toMatchObject([{ state: 'posted', attempts: 2, ref: '2' }]);
  });

  it('is left to the process that is sending it for as long as that one lives', async () => {
    const other = world.process();
    world.platform.stuck.add(PLACE.channel);
    const first = createPoster(world.settings);
    await first.run();
    await vi.waitUntil(() => world.platform.waiting > 0);
    world.platform.stuck.clear();
    await postDue(other);
    expect(keys()).toEqual([]);
    // Nothing was heard of the first one for longer than a lease: it is gone.
    world.clock.advance(LEASE_MS + 1);
    await postDue(other);
    expect(keys()).toEqual(['daily-1-20261120']);
    await other.store.close();
  });

  it('is sent once by two processes that look at the same moment', async () => {
    const other = world.process();
    await Promise.all([postDue(world.settings), postDue(other), postDue(other)]);
    expect(keys()).toHaveLength(1);
    await other.store.close();
  });

  it('is taken up by the next start when it was claimed and not sent', async () => {
    const poster = createPoster({ ...world.settings, adapters: new Map() });
    await poster.run();
    await poster.stop();
    expect(await world.settings.store.latestPost('door', PLACE)).toMatchObject({ state: 'claimed' });
    await postDue(world.settings);
    expect(keys()).toHaveLength(1);
  });

  it('does not wait for a channel whose messages do not get through', async () => {
    await world.subscribe({ place: { ...PLACE, channel: 'another' } });
    world.platform.stuck.add(PLACE.channel);
    const poster = createPoster(world.settings);
    await poster.run();
    await vi.waitUntil(() => world.platform.waiting > 0 && world.platform.messages.length > 0);
    expect(world.platform.messages.map((message) => message.channel)).toEqual(['another']);
  });

  it('leaves a line in the log: due, how late, which message', async () => {
    world.clock.advance(90_000);
    await postDue(world.settings);
    const line = world.log.lines.find((one) => one.message === 'daily question posted');
    expect(line?.fields).toMatchObject({
      date: '2026-11-20',
      due: '2026-11-20T00:00:00.000Z',
      lateSeconds: 90,
      message: '1',
      attempts: 1,
    });
    expect(await world.settings.store.audit(5)).toMatchObject([
      {
        dueAt: Date.parse('2026-11-20T00:00:00Z'),
        postedAt: world.clock.at,
        ref: '1',
        channel: PLACE.channel,
      },
    ]);
  });
});

describe('a question that comes late', () => {
  it.each([
    ['22:00', '09:00', '2026-11-20T13:00:00Z', 1, 'at the end of its grace'],
    ['22:00', '09:00', '2026-11-20T13:01:00Z', 0, 'after its grace'],
    ['12:30', '09:00', '2026-11-20T03:31:00Z', 0, 'after a grace of its own'],
    ['22:00', '22:30', '2026-11-20T14:59:00Z', 1, 'due after its grace: until midnight'],
    ['22:00', '22:30', '2026-11-20T15:00:00Z', 0, 'due after its grace, at midnight'],
  ])('with grace until %s, due at %s, at %s: %i (%s)', async (graceUntil, timeOfDay, at, count) => {
    await world.subscribe({ graceUntil, timeOfDay });
    await runAt(at);
    expect(keys()).toHaveLength(count);
  });

  it('stands for all the days that were missed', async () => {
    await runAt('2026-11-24T05:00:00Z');
    expect(keys()).toEqual(['daily-1-20261124']);
  });

  it('is looked for even after its grace, and given up when it is not there', async () => {
    world.platform.failure = 'after';
    await postDue(world.settings);
    await runAt('2026-11-20T14:00:00Z');
    expect(await world.settings.store.latestPost('door', PLACE)).toMatchObject({ state: 'posted' });
    world.platform.failure = 'before';
    await runAt('2026-11-21T00:00:00Z');
    await runAt('2026-11-21T14:00:00Z');
    expect(await world.settings.store.audit(1)).toMatchObject([{ state: 'failed', failure: 'too late' }]);
    expect(keys()).toHaveLength(1);
  });
});

describe('one question a local date', () => {
  async function change(changes: Partial<Subscription>): Promise<void> {
    const { paused, pausedUntil, ...kept } = subscribed;
    await world.settings.store.subscribe({ ...kept, ...changes, nextDueAt: world.clock.at });
  }

  it('holds when the clock is set back', async () => {
    await postDue(world.settings);
    for (const at of ['2026-11-19T23:00:00Z', '2026-11-20T00:00:00Z', '2026-11-20T05:00:00Z'])
      await runAt(at);
    expect(keys()).toEqual(['daily-1-20261120']);
    await runAt('2026-11-21T00:00:00Z');
    expect(keys()).toHaveLength(2);
  });

  it('still comes when the clock is set back into its grace', async () => {
    const poster = createPoster(world.settings);
    for (const at of ['2026-11-20T14:00:00Z', '2026-11-20T12:00:00Z', '2026-11-20T12:01:00Z']) {
      world.clock.at = Date.parse(at);
      await poster.run();
      await poster.idle();
    }
    expect(keys()).toEqual(['daily-1-20261120']);
  });

  it('goes on after a clock that was years ahead', async () => {
    await runAt('2031-01-01T00:00:00Z');
    await runAt('2026-11-20T01:00:00Z');
    await runAt('2026-11-21T00:00:00Z');
    expect(keys()).toEqual(['daily-1-20310101', 'daily-1-20261120', 'daily-1-20261121']);
  });

  it('holds when the time is changed after the post', async () => {
    await postDue(world.settings);
    await change({ timeOfDay: '10:00' });
    await runAt('2026-11-20T01:00:00Z');
    expect(keys()).toHaveLength(1);
    await runAt('2026-11-21T01:00:00Z');
    expect(keys()).toEqual(['daily-1-20261120', 'daily-1-20261121']);
  });

  it('holds when the channel moves to another zone', async () => {
    await postDue(world.settings);
    await change({ timeZone: 'America/New_York' });
    for (let hour = 0; hour < 72; hour++) {
      await postDue(world.settings);
      world.clock.advance(HOUR);
    }
    // In New York it was still the evening of the 19th, which had had no question.
    expect(keys().toSorted()).toEqual(['19', '20', '21', '22'].map((day) => `daily-1-202611${day}`));
  });

  it.each([
    ['America/New_York', '02:30', '2027-03-13T12:00:00Z', 3],
    ['America/New_York', '01:30', '2026-10-31T12:00:00Z', 3],
    ['Europe/London', '01:30', '2027-03-27T12:00:00Z', 3],
    ['Australia/Lord_Howe', '02:15', '2026-10-03T02:00:00Z', 3],
    ['Pacific/Apia', '09:00', '2011-12-28T20:00:00Z', 3],
  ])('holds in %s at %s through a clock change', async (timeZone, timeOfDay, from, days) => {
    world.clock.at = Date.parse(from);
    await change({ timeZone, timeOfDay });
    for (let minute = 0; minute < days * 24 * 60; minute += 10) {
      await postDue(world.settings);
      world.clock.advance(10 * MINUTE);
    }
    const dates = keys();
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates.length).toBeGreaterThanOrEqual(days);
  });
});
