import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { streakNow } from '../../src/commands/streak-now.ts';
import { subscribe } from '../support/day.ts';
import { GOOD_ANSWER, makeWorld, realBank, type World, words } from '../support/world.ts';

const DAY = 24 * 3600 * 1000;
const MINSEO = { door: 'test', workspace: 'team', member: 'minseo', name: 'minseo', admin: false };

describe('vacations', () => {
  let world: World;
  beforeEach(async () => {
    world = makeWorld(); // Friday 2026-11-20, noon in Seoul
    await subscribe(world, 'test');
  });
  afterEach(() => world.close());

  const member = () => world.store.member(MINSEO);
  const stored = async () => world.store.vacations(await member());
  const streak = async () =>
    streakNow(
      { bank: realBank(), store: world.store, clock: world.clock, defaultTimeZone: 'Asia/Seoul' },
      await member(),
    );
  const answer = () => world.say('answer question:dropout-effect', { fields: { answer: GOOD_ANSWER } });
  async function activeDays(count: number): Promise<void> {
    for (let day = 0; day < count; day += 1) {
      await answer();
      world.clock.advance(DAY);
    }
  }

  it('are added from the line and the form, shown on the panel, and merged where they touch', async () => {
    const reply = await world.say('me vacation from:2026-12-24 until:2027-01-02');
    expect(words(reply)).toContain('12월 24일 (목) – 2027년 1월 2일 (토)');
    await world.say('vacation-form', { fields: { from: '12/20', until: '12월 23일' } });
    await world.say('me vacation from:2026-12-28 until:2026-12-29');
    await world.say('me vacation from:내일');
    expect(await stored()).toEqual([
      { from: '2026-11-21', until: '2026-11-21' },
      { from: '2026-12-20', until: '2027-01-02' },
    ]);
  });

  it.each([
    ['from:2026-11-19 until:2026-11-25', '오늘(2026-11-20)부터'],
    ['from:2026-12-02 until:2026-12-01', '첫날보다 앞서요'],
    ['from:2027-01-10 until:2027-01-20', '2027-01-19까지'],
    ['from:2026-13-01', '날짜를 2026-11-20나 12/24처럼'],
    ['from:2026-02-30', '날짜를'],
    ['until:yesterday', 'until: 날짜를'],
    ['cancel:2026-12-01', '취소할 휴가가 없어요'],
  ])('refuse %s and change nothing', async (typed, said) => {
    const reply = await world.say(`me vacation ${typed}`);
    expect([reply.mode, reply.card.tone]).toEqual(['private', 'warn']);
    expect(words(reply)).toContain(said);
    expect(await stored()).toEqual([]);
  });

  it('hold 90 days a calendar year, those that are over included', async () => {
    world.clock.at = Date.parse('2027-01-01T03:00:00Z');
    await world.say('me vacation from:2027-01-01 until:2027-03-01');
    world.clock.advance(59 * DAY); // 1 March: 60 days are used
    expect(words(await world.say('me vacation from:2027-03-10 until:2027-04-09'))).toContain('90일까지');
    await world.say('me vacation from:2027-03-10 until:2027-04-08');
    expect(words(await world.say('me vacation from:2027-04-20'))).toContain('90일까지');
    expect(await stored()).toHaveLength(2);
  });

  it('pause a streak without breaking it, and spend no freeze', async () => {
    await activeDays(8); // eight days, one freeze; now day nine
    await world.say('me vacation from:today until:2026-12-10');
    expect(await streak()).toMatchObject({ current: 8, state: 'safe' });
    world.clock.at = Date.parse('2026-12-11T03:00:00Z');
    expect(await streak()).toMatchObject({ current: 8, freezes: 1, state: 'open', frozenDays: [] });
    await answer();
    expect(await streak()).toMatchObject({ current: 9, state: 'safe' });
  });

  it('never extend a streak, even with an answer; its points count', async () => {
    await activeDays(2);
    await world.say('me vacation from:today until:tomorrow');
    const before = await world.store.history(await member());
    await world.say('answer question:sgd-vs-gd', { fields: { answer: '모르겠어요' } });
    await answer();
    expect((await world.store.history(await member())).answers).toBeGreaterThan(before.answers);
    expect(await streak()).toMatchObject({ current: 2, state: 'safe' });
    world.clock.advance(2 * DAY);
    await answer();
    expect(await streak()).toMatchObject({ current: 3 });
  });

  it('do not take away a day that is filled already: they begin tomorrow', async () => {
    await answer();
    await world.say('me vacation from:today until:2026-11-23');
    expect(await stored()).toEqual([{ from: '2026-11-21', until: '2026-11-23' }]);
    expect(await streak()).toMatchObject({ current: 1, state: 'safe' });
    expect(words(await world.say('me vacation from:today'))).toContain('내일부터');
  });

  it('mend no streak that is broken', async () => {
    await activeDays(2);
    world.clock.advance(DAY); // a day without an answer
    await world.say('me vacation from:today until:tomorrow');
    expect(await streak()).toMatchObject({ current: 0, longest: 2 });
  });

  it('end today when they are cancelled; the days that are over stay', async () => {
    await activeDays(1);
    await world.say('me vacation from:today until:2026-11-30');
    world.clock.advance(3 * DAY);
    const reply = await world.say('vacation-cancel from:2026-11-21');
    expect(reply.mode).toBe('replace');
    expect(await stored()).toEqual([{ from: '2026-11-21', until: '2026-11-23' }]);
    expect(await streak()).toMatchObject({ current: 1, state: 'open' });
    await answer();
    expect(await streak()).toMatchObject({ current: 2, state: 'safe' });
  });

  it('are of one member alone', async () => {
    await world.say('me vacation from:today until:tomorrow');
    expect(words(await world.say('me vacation', { member: 'jiwoo' }))).toContain('휴가: 없어요');
  });
});
