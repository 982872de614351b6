import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import type { Ack } from '../../src/core/call.ts';
import { MAX_LINE } from '../../src/core/line.ts';
import { subscribe } from '../support/day.ts';
import { GOOD_ANSWER, makeWorld, type World, words } from '../support/world.ts';

const HOUR = 3600 * 1000;
const MINSEO = { door: 'test', workspace: 'team', member: 'minseo', name: 'minseo', admin: false };

function linesOf(card: Card): string[] {
  return card.blocks.flatMap((block) =>
    block.kind === 'controls'
      ? block.items.flatMap((item) =>
          item.kind === 'menu'
            ? item.items.map((one) => one.line)
            : item.kind === 'button'
              ? [item.line]
              : [],
        )
      : [],
  );
}

describe('settings', () => {
  let world: World;
  beforeEach(async () => {
    world = makeWorld(); // 2026-11-20, noon in Seoul
    await subscribe(world, 'test');
  });
  afterEach(() => world.close());

  const stored = async () => world.store.settings(await world.store.member(MINSEO));
  const ask = (line: string, locale: 'ko' | 'en' = 'ko'): Ack =>
    world.bot.acknowledge({
      id: 'x',
      input: { kind: 'line', text: line },
      from: MINSEO,
      place: { workspace: 'team', channel: 'daily' },
      locale,
    });

  it('are one private panel: the defaults, and no reminders', async () => {
    const reply = await world.say('me settings');
    expect(reply.mode).toBe('private');
    expect(words(reply)).toContain('시간대: Asia/Seoul, 기본값 (지금 12:00)');
    expect(words(reply)).toContain('언어: 앱의 언어를 따라요');
    expect(words(reply)).toContain('알림: 받지 않아요');
    expect(words(reply)).toContain('휴가: 없어요');
    expect(linesOf(reply.card)).toEqual(['settings-form', 'vacation-form']);
    expect(await stored()).toEqual({});
  });

  it('change by typed options, all in one line', async () => {
    const reply = await world.say('me settings zone:london language:en reminder:21:00');
    expect(words(reply)).toContain('Time zone: Europe/London (now 03:00)');
    expect(words(reply)).toContain('Language: English');
    expect(words(reply)).toContain('Reminder: 21:00');
    expect(await stored()).toEqual({
      timeZone: 'Europe/London',
      locale: 'en',
      reminderAt: '21:00',
      nextReminderAt: Date.parse('2026-11-20T21:00:00Z'),
    });
    await world.say('me settings reminder:off zone:default');
    expect(await stored()).toEqual({ locale: 'en' });
  });

  it.each([
    ['zone:Asia/Seoul', 'Asia/Seoul'],
    ['zone:asia/seoul', 'Asia/Seoul'],
    ['zone:서울', 'Asia/Seoul'],
    ['zone:뉴욕', 'America/New_York'],
    ['zone:"new york"', 'America/New_York'],
    ['zone:New_York', 'America/New_York'],
    ['zone:"San Francisco"', 'America/Los_Angeles'],
    ['zone:Lord_Howe', 'Australia/Lord_Howe'],
    ['zone:apia', 'Pacific/Apia'],
    ['zone:utc', 'UTC'],
    ['zone:asia/kolkata', 'Asia/Kolkata'],
    ['zone:kst', 'Asia/Seoul'],
  ])('understand %s', async (typed, zone) => {
    await world.say(`me settings ${typed}`);
    expect((await stored()).timeZone).toBe(zone);
  });

  it.each([
    ['reminder:21:00', '21:00'],
    ['reminder:9:05', '09:05'],
    ['reminder:7', '07:00'],
    ['reminder:21시', '21:00'],
    ['reminder:"21시 30분"', '21:30'],
    ['reminder:00:00', '00:00'],
  ])('understand %s', async (typed, time) => {
    await world.say(`me settings ${typed}`);
    expect((await stored()).reminderAt).toBe(time);
  });

  it.each([
    ['zone:Asia/Soul', 'Asia/Seoul'],
    ['zone:+09:00', 'Asia/Seoul'],
    ['zone:@everyone', '시간대를 찾지 못했어요'],
    ['zone:7', 'Europe/London'],
    ['reminder:25:00', '00:00부터 23:59까지'],
    ['reminder:21:75', '00:00부터 23:59까지'],
    ['reminder:soon', 'off로'],
    ['language:de', 'ko, en, auto'],
    ['language:english zone:Atlantis/Deep', '시간대를 찾지 못했어요'],
    ['snooze:2026-11-20', '2026-11-21'],
    ['snooze:2029-01-01', '2027-11-20'],
    ['snooze:sometime', '2026-11-20나 12/24처럼'],
    ['colour:red', 'zone, language, reminder, snooze'],
  ])('refuse %s with what is allowed, and change nothing', async (typed, allowed) => {
    const reply = await world.say(`me settings ${typed}`);
    expect([reply.mode, reply.card.tone]).toEqual(['private', 'warn']);
    expect(words(reply)).toContain(allowed);
    expect(await stored()).toEqual({});
  });

  it('change nothing at all when one of several values is wrong', async () => {
    await world.say('me settings zone:London reminder:99:00 language:en');
    expect(await stored()).toEqual({});
  });

  it('come as a form with what is set, and the panel takes the place of the one before', async () => {
    await world.say('me settings zone:America/Argentina/Buenos_Aires language:auto reminder:21:00');
    const panel = await world.say('me settings');
    const line = linesOf(panel.card).find((one) => one.startsWith('settings-form')) ?? '';
    expect(line.length).toBeLessThanOrEqual(MAX_LINE);
    const ack = ask(line);
    if (ack.kind !== 'form') throw new Error('no form');
    expect(ack.form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['zone', 'America/Argentina/Buenos_Aires'],
      ['language', 'auto'],
      ['reminder', '21:00'],
    ]);
    // Discord: five parts with the words above them; title and labels 45 characters, hints 100.
    expect(ack.form.fields.length).toBeLessThanOrEqual(4);
    for (const { label, hint } of ack.form.fields)
      expect([label.length <= 45, hint.length <= 100]).toEqual([true, true]);
    const reply = await world.say(ack.form.submit, {
      fields: { zone: '도쿄', language: 'en', reminder: '' },
    });
    expect(reply.mode).toBe('replace');
    expect(words(reply)).toContain('Time zone: Asia/Tokyo');
    expect(await stored()).toEqual({ timeZone: 'Asia/Tokyo', locale: 'en' });
  });

  it.each(['settings-form', 'vacation-form', 'snooze-form'])('%s fits a modal in both languages', (line) => {
    for (const locale of ['ko', 'en'] as const) {
      const ack = ask(line, locale);
      if (ack.kind !== 'form') throw new Error('no form');
      const { title, about, fields } = ack.form;
      expect(title.length).toBeLessThanOrEqual(45);
      expect(fields.length + (about === '' ? 0 : 1)).toBeLessThanOrEqual(5);
      for (const { label, hint } of fields)
        expect([label, label.length <= 45, hint.length <= 100]).toEqual([label, true, true]);
    }
  });

  it('go back to the first values by one button', async () => {
    await world.say('me settings zone:London language:en reminder:21:00 snooze:week');
    const panel = await world.say('me settings');
    expect(linesOf(panel.card)).toContain('settings-reset');
    const reply = await world.say('settings-reset');
    expect(words(reply)).toContain('내 설정');
    expect(await stored()).toEqual({});
  });

  it('pause reminders for today, a week or until a date, and take them up again', async () => {
    await world.say('me settings reminder:21:00');
    for (const [line, until] of [
      ['settings-set snooze:today', '2026-11-21'],
      ['settings-set snooze:week', '2026-11-27'],
      ['me settings snooze:12/24', '2026-12-24'],
    ] as const) {
      await world.say(line);
      expect((await stored()).snoozedUntil).toBe(until);
    }
    const panel = await world.say('snooze-form', { fields: { until: '내일' } });
    expect(words(panel)).toContain('알림 쉬기: 11월 21일 (토)부터 다시 받아요');
    expect(linesOf(panel.card)).toContain('settings-set snooze:off');
    await world.say('settings-set snooze:off');
    expect((await stored()).snoozedUntil).toBeUndefined();
  });

  it('say where there is nothing to be reminded of', async () => {
    const other = makeWorld();
    expect(words(await other.say('me settings reminder:21:00'))).toContain('채널이 아직 없어서');
    await other.close();
  });

  it('are private to the workspace and the member', async () => {
    await world.say('me settings zone:London');
    expect(words(await world.say('me settings', { member: 'jiwoo' }))).toContain('Asia/Seoul, 기본값');
  });

  it('complete time zones by name, city and Korean name', () => {
    const complete = (typed: string) =>
      world.bot.complete('me settings', 'zone', typed, 'ko').map(({ value }) => value);
    expect(complete('')[0]).toBe('Asia/Seoul');
    expect(complete('런던')).toEqual(['Europe/London']);
    expect(complete('york')).toContain('America/New_York');
    expect(complete('a')).toHaveLength(25);
    expect(complete('없는곳')).toEqual([]);
  });

  describe('of the language', () => {
    it('go before what the platform says: replies, errors and forms, until it is taken away', async () => {
      await world.say('me settings language:en');
      const ack = ask('answer question:dropout-effect');
      expect(ack.kind === 'form' ? ack.form.title : '').toBe('Your answer');
      expect(words(await world.say('help'))).toContain('one small step a day');
      expect(words(await world.say('quizz'))).toContain('Did you mean');
      expect(words(await world.say('leaderboard period:century'))).toContain('Allowed values');
      expect(words(await world.say('help', { member: 'jiwoo' }))).toContain('하루 한 걸음');
      expect(words(await world.say('me settings language:auto'))).toContain('내 설정');
      expect(words(await world.say('help'))).toContain('하루 한 걸음');
    });

    it('hold after a restart from the first form on', async () => {
      await world.say('me settings language:en');
      const again = makeWorld({ path: world.path });
      await again.say('help', { member: 'jiwoo' });
      const ack = again.bot.acknowledge({
        id: 'y',
        input: { kind: 'line', text: 'answer question:dropout-effect' },
        from: MINSEO,
        place: { workspace: 'team', channel: 'daily' },
        locale: 'ko',
      });
      expect(ack.kind === 'form' ? ack.form.title : '').toBe('Your answer');
      await again.close();
    });

    it('change nothing else: the same question, hint and score', async () => {
      const quiz = async () => linesOf((await world.say('quiz topic:deep-learning')).card)[0];
      const score = async () =>
        (await world.say('answer question:dropout-effect', { fields: { answer: GOOD_ANSWER } })).card.title;
      const before = [await quiz(), await score()];
      await world.say('me settings language:en');
      const question = await quiz();
      expect([question, (await score())?.replace(' of 100 · passed', '점 · 통과')]).toEqual([
        question,
        before[1],
      ]);
      expect((await world.store.answer(1))?.score).toBe((await world.store.answer(2))?.score);
      expect(before[0]).toMatch(/^answer question:/);
    });
  });

  it('move the next reminder with the time zone, once a date also at a clock change', async () => {
    await world.say('me settings zone:New_York reminder:01:30');
    expect((await stored()).nextReminderAt).toBe(Date.parse('2026-11-20T06:30:00Z'));
    await world.say('me settings zone:Lord_Howe');
    expect((await stored()).nextReminderAt).toBe(Date.parse('2026-11-20T14:30:00Z'));
    world.clock.advance(HOUR);
    await world.say('me settings language:en');
    expect((await stored()).nextReminderAt).toBe(Date.parse('2026-11-20T14:30:00Z'));
  });
});
