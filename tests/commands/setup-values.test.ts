import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/core/store.ts';
import { makeWorld, type World, words } from '../support/world.ts';

/** Every setting as people type it: what is understood, and what is refused with nothing changed. */

const PLACE = { workspace: 'team', channel: 'daily' };

describe('values of setup', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld();
  });
  afterEach(() => world.close());

  const setup = (line: string, locale: 'ko' | 'en' = 'ko') =>
    world.say(`setup ${line}`, { member: 'lead', admin: true, locale });
  const stored = async (): Promise<Subscription | undefined> => world.store.subscription('test', PLACE);

  it.each<[string, Partial<Subscription>]>([
    ['time:07:30', { timeOfDay: '07:30' }],
    ['time:7:5', { timeOfDay: '07:05' }],
    ['time:0730', { timeOfDay: '07:30' }],
    ['time:"오후 7시 30분"', { timeOfDay: '19:30' }],
    ['time:7시', { timeOfDay: '07:00' }],
    ['time:"12 am"', { timeOfDay: '00:00' }],
    ['time:12pm', { timeOfDay: '12:00' }],
    ['time:23:59', { timeOfDay: '23:59' }],
    ['zone:europe/london', { timeZone: 'Europe/London' }],
    ['zone:서울', { timeZone: 'Asia/Seoul' }],
    ['zone:"New York"', { timeZone: 'America/New_York' }],
    ['zone:asia/kolkata', { timeZone: 'Asia/Kolkata' }],
    ['zone:utc', { timeZone: 'UTC' }],
    ['days:1-5', { weekdays: [1, 2, 3, 4, 5] }],
    ['days:월수금', { weekdays: [1, 3, 5] }],
    ['days:mon,wed', { weekdays: [1, 3] }],
    ['days:"화요일, 목요일"', { weekdays: [2, 4] }],
    ['days:평일', { weekdays: [1, 2, 3, 4, 5] }],
    ['days:매일', { weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    ['days:"every day"', { weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    ['days:토~월', { weekdays: [1, 6, 7] }],
    ['days:"fri - mon"', { weekdays: [1, 5, 6, 7] }],
    ['days:5,5,1', { weekdays: [1, 5] }],
    ['topics:deep-learning,넘파이', { topics: ['deep-learning', 'numpy'] }],
    ['topics:"Machine learning"', { topics: ['machine-learning'] }],
    ['topics:전체', { topics: [] }],
    ['levels:1,2', { levels: [1, 2] }],
    ['levels:2-3', { levels: [2, 3] }],
    ['levels:기초', { levels: [1] }],
    ['levels:1,2,3', { levels: [] }],
    ['language:영어', { locale: 'en' }],
    ['thread:on', { thread: true }],
    ['thread:끄기', { thread: false }],
    ['holidays:kr', { holidays: 'kr' }],
    ['late:23:30', { graceUntil: '23:30' }],
    ['digest:월요일', { digestWeekday: 1 }],
    ['pause:2026-12-24', { paused: false, pausedUntil: '2026-12-24' }],
    ['pause:1/4', { pausedUntil: '2027-01-04' }],
    ['pause:on', { paused: true }],
    ['skip:2026-12-25', { skipDates: ['2026-12-25'] }],
    ['skip:내일,12/25', { skipDates: ['2026-11-21', '2026-12-25'] }],
    ['skip:12월25일', { skipDates: ['2026-12-25'] }],
    ['skip:2026-12-30..2027-01-01', { skipDates: ['2026-12-30', '2026-12-31', '2027-01-01'] }],
    ['skip:today', { skipDates: ['2026-11-20'] }],
  ])('%s is understood', async (line, expected) => {
    const reply = await setup(line);
    expect(words(reply)).toContain('매일 질문을 시작했어요');
    expect(await stored()).toMatchObject(expected);
  });

  it.each([
    ['time:24:00', '00:00부터 23:59'],
    ['time:9', '07:30처럼'],
    ['time:아침', '07:30처럼'],
    ['time:"오후 13시"', '00:00부터 23:59'],
    ['time:07:60', '00:00부터 23:59'],
    ['zone:+09:00', '서머타임'],
    ['zone:Asia/Soul', 'Asia/Seoul'],
    ['zone:Mars/Base', '시간대는 없어요'],
    ['days:8', '1-5'],
    ['days:없음', '평일'],
    ['days:월수x', '월수금'],
    ['topics:dep-learning', 'deep-learning'],
    ['topics:요리', 'machine-learning'],
    ['levels:4', '1(기초)'],
    ['levels:0-2', '심화'],
    ['language:fr', 'ko, en'],
    ['thread:maybe', 'on, off'],
    ['holidays:us', 'kr, off'],
    ['late:25:00', '00:00부터 23:59'],
    ['digest:someday', 'off'],
    ['pause:2026-11-20', '2026-11-21부터 2027-11-20까지'],
    ['pause:2026-02-30', '2026-11-21부터'],
    ['pause:2030-01-01', '2027-11-20까지'],
    ['skip:2026-11-19', '2026-11-20부터 2027-11-20까지'],
    ['skip:2026-12-31..2026-12-30', '2026-12-31부터'],
    ['skip:크리스마스', '12/25, 내일'],
    ['skip:2026-12-01..2027-03-01', '60개까지'],
    ['topics:network levels:3', '맞는 질문이 없어요'],
    ['colour:red', '옵션은 없어요'],
  ])('%s is refused with what is allowed, and nothing changes', async (line, message) => {
    await setup('time:08:00 days:1-5');
    const before = await stored();
    // The other value of the line is right; it is not stored either.
    const right = line.startsWith('time') ? 'late:21:00' : 'time:21:00';
    const reply = await setup(`${line} ${right}`);
    expect(reply.mode).toBe('private');
    expect(reply.card.tone).toBe('warn');
    expect(words(reply)).toContain(message);
    expect(await stored()).toEqual(before);
    expect((await setup(line, 'en')).card.tone).toBe('warn');
  });
});
