import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RemindSettings, remindDue } from '../../src/daily/remind.ts';
import { MIGRATIONS } from '../../src/paths.ts';
import { openStore } from '../../src/store/open.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { Chat } from '../support/chat.ts';
import { dailyOf, modelAnswer, postQuestions, subscribe } from '../support/day.ts';
import { makeWorld, WEAK_ANSWER, type World, words } from '../support/world.ts';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const MINUTE = 60 * 1000;

describe('reminders', () => {
  let chat: Chat;
  let world: World;
  beforeEach(async () => {
    chat = new Chat();
    world = makeWorld({ adapters: new Map([['test', chat]]) }); // 2026-11-20, noon in Seoul
    await subscribe(world, 'test');
    await postQuestions(world, chat);
    await world.say('me settings reminder:21:00');
  });
  afterEach(() => world.close());

  const settings = (): RemindSettings => ({ ...dailyOf(world, chat), defaultTimeZone: 'Asia/Seoul' });
  const remind = () => remindDue(settings());
  const at = (time: string): void => {
    world.clock.at = Date.parse(time);
  };
  const post = async () => {
    const found = await world.store.latestPost('test', { workspace: 'team', channel: 'daily' });
    if (found === undefined) throw new Error('no post');
    return found;
  };
  async function answer(text: string, member = 'minseo'): Promise<void> {
    const { id, questionId } = await post();
    await world.say(`answer question:${questionId} post:${id}`, { member, fields: { answer: text } });
  }
  const stored = async () =>
    world.store.settings(
      await world.store.member({
        door: 'test',
        workspace: 'team',
        member: 'minseo',
        name: 'minseo',
        admin: false,
      }),
    );
  const reasons = () =>
    world.log.lines
      .filter((line) => line.message === 'a reminder was left out')
      .map((line) => line.fields.reason);

  it('come at the member’s hour, in private, once, with the question and buttons', async () => {
    at('2026-11-20T11:59:00Z');
    await remind();
    expect(chat.told).toEqual([]);
    at('2026-11-20T12:00:30Z'); // 21:00 in Seoul
    await remind();
    await remind();
    expect(chat.told).toHaveLength(1);
    const { id, questionId } = await post();
    expect(chat.told[0]).toMatchObject({ to: 'team/minseo', key: 'remind-1-20261120' });
    expect(chat.told[0]?.text).toContain('아직 오늘 시간이 있어요');
    for (const line of [
      `answer question:${questionId} post:${id}`,
      `snooze for:today post:${id}`,
      `snooze for:week post:${id}`,
      `snooze for:off post:${id}`,
    ])
      expect(chat.told[0]?.text).toContain(line);
    expect((await stored()).nextReminderAt).toBe(Date.parse('2026-11-21T12:00:00Z'));
  });

  it('are off unless asked for', async () => {
    await world.say('me settings', { member: 'jiwoo' });
    at('2026-11-20T12:00:30Z');
    await remind();
    expect(chat.told.map(({ to }) => to)).toEqual(['team/minseo']);
  });

  it('come again on the next day, and in the language that was chosen', async () => {
    await world.say('me settings language:en');
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      at(`${day}T00:00:00Z`);
      await postQuestions(world, chat);
      at(`${day}T12:00:00Z`);
      await remind();
    }
    expect(chat.told.map(({ key }) => key)).toEqual([
      'remind-1-20261120',
      'remind-1-20261121',
      'remind-1-20261122',
    ]);
    expect(chat.told[0]?.text).toContain('There is still time today');
  });

  it('leave in peace who has filled the day', async () => {
    await answer(modelAnswer((await post()).questionId));
    at('2026-11-20T12:00:30Z');
    await remind();
    expect([chat.told.length, reasons()]).toEqual([0, ['done for today']]);
  });

  it('do not ask again for a question that was answered', async () => {
    await answer(WEAK_ANSWER);
    at('2026-11-20T12:00:30Z');
    await remind();
    expect([chat.told.length, reasons()]).toEqual([0, ['no open question']]);
  });

  it('do not come on a day without a question, on vacation, or while paused', async () => {
    at('2026-11-21T03:00:00Z'); // the question of the 21st was not posted
    await world.say('me settings reminder:21:00');
    at('2026-11-21T12:00:00Z');
    await remind();
    at('2026-11-22T00:00:00Z');
    await postQuestions(world, chat);
    await world.say('me vacation from:today');
    at('2026-11-22T12:00:00Z');
    await remind();
    at('2026-11-23T00:00:00Z');
    await postQuestions(world, chat);
    await world.say('me settings snooze:today');
    at('2026-11-23T12:00:00Z');
    await remind();
    expect([chat.told.length, reasons()]).toEqual([0, ['no open question', 'on vacation', 'snoozed']]);
    at('2026-11-24T00:00:00Z');
    await postQuestions(world, chat);
    at('2026-11-24T12:00:00Z');
    await remind();
    expect(chat.told).toHaveLength(1);
  });

  it.each([
    ['2026-11-20T13:59:00Z', 1],
    ['2026-11-20T14:01:00Z', 0],
    ['2026-11-22T12:30:00Z', 0],
  ])('late at %s: sent %d times', async (time, count) => {
    at(time);
    await remind();
    expect(chat.told).toHaveLength(count);
    expect((await stored()).nextReminderAt).toBeGreaterThan(Date.parse(time));
  });

  it('do not slip into the next day', async () => {
    await world.say('me settings reminder:23:30');
    at('2026-11-20T15:10:00Z'); // 00:10 on the 21st
    await remind();
    expect([chat.told.length, reasons()]).toEqual([0, ['too late']]);
  });

  it('are sent once by two processes on one database', async () => {
    at('2026-11-20T12:00:30Z');
    const other = createSqliteStore(openStore(world.path, MIGRATIONS), world.clock);
    const second = new Chat();
    await Promise.all([
      remind(),
      remindDue({ ...settings(), store: other, adapters: new Map([['test', second]]) }),
    ]);
    await other.close();
    expect(chat.told.length + second.told.length).toBe(1);
  });

  it('rather get lost than come twice', async () => {
    at('2026-11-20T12:00:30Z');
    chat.losesNext = true;
    await remind();
    world.clock.advance(MINUTE);
    await remind();
    expect(chat.told).toEqual([]);
    expect(world.log.lines.map((line) => line.message)).toContain('a reminder was lost');
    expect((await stored()).reminderAt).toBe('21:00');
  });

  it('rest where the member cannot be reached; the settings say so and offer to go on', async () => {
    chat.closed.add('member');
    at('2026-11-20T12:00:30Z');
    await remind();
    expect(await stored()).toEqual({ reminderAt: '21:00' });
    const panel = await world.say('me settings');
    expect(words(panel)).toContain('보낼 수 없어서 알림을 멈췄어요');
    expect(words(panel)).toContain('settings-set reminder:"21:00"');
    world.clock.advance(DAY);
    await remind();
    chat.closed.clear();
    await world.say('settings-set reminder:"21:00"');
    expect((await stored()).nextReminderAt).toBe(Date.parse('2026-11-22T12:00:00Z'));
  });

  it('wait for the process that holds the door', async () => {
    at('2026-11-20T12:00:30Z');
    await remindDue({ ...settings(), adapters: new Map() });
    await remind();
    expect(chat.told).toHaveLength(1);
  });

  it('come for the question that stands there now, wherever the member is', async () => {
    await world.say('me settings zone:New_York reminder:22:00');
    at('2026-11-21T00:05:00Z'); // the 21st in Seoul, its question is out; the 20th, 19:05, in New York
    await postQuestions(world, chat);
    at('2026-11-21T03:00:00Z');
    await remind();
    expect(chat.told).toHaveLength(1);
    expect(chat.told[0]?.key).toBe('remind-1-20261120');
    expect(chat.told[0]?.text).toContain(`post:${(await post()).id}`);
  });

  it('prefer the channel in which the member answered last', async () => {
    const lounge = { workspace: 'team', channel: 'lounge' };
    await subscribe(world, 'test', { place: lounge });
    await postQuestions(world, chat);
    const there = await world.store.latestPost('test', lounge);
    await world.say(`answer question:${there?.questionId} post:${there?.id}`, {
      fields: { answer: WEAK_ANSWER },
    });
    at('2026-11-20T12:00:00Z');
    await remind();
    expect(chat.told.pop()?.text).toContain(`post:${(await post()).id}`);
    at('2026-11-21T00:05:00Z');
    await postQuestions(world, chat);
    at('2026-11-21T12:00:00Z');
    await remind();
    const next = await world.store.latestPost('test', lounge);
    expect(chat.told[0]?.text).toContain(`post:${next?.id}`);
  });

  it('come once a date at clock changes, at the next valid minute of a skipped one', async () => {
    at('2027-03-13T12:00:00Z');
    await world.say('me settings zone:New_York reminder:02:30');
    expect((await stored()).nextReminderAt).toBe(Date.parse('2027-03-14T07:00:00Z')); // 03:00 daylight time
    at('2027-03-14T07:00:00Z');
    await remind();
    expect((await stored()).nextReminderAt).toBe(Date.parse('2027-03-15T06:30:00Z'));
  });

  it('take many members at once', async () => {
    for (let index = 0; index < 30; index += 1)
      await world.say('me settings reminder:21:00', { member: `m-${index}` });
    at('2026-11-20T12:00:30Z');
    await remind();
    expect(new Set(chat.told.map(({ to }) => to)).size).toBe(31);
  });
});
