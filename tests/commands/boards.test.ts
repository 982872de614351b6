import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import { GOOD_ANSWER, makeWorld, WEAK_ANSWER, type World, words } from '../support/world.ts';

const DAY = 24 * 3600 * 1000;

function chartOf(card: Card) {
  const block = card.blocks.find((one) => one.kind === 'chart');
  return block?.kind === 'chart' && block.chart.kind === 'board'
    ? { rows: block.chart.rows, alt: block.alt }
    : undefined;
}

function listed(card: Card) {
  return card.blocks.flatMap((block) => (block.kind === 'board' ? block.rows : []));
}

describe('boards', () => {
  let world: World;
  let calls = 0;
  beforeEach(() => {
    world = makeWorld();
  });
  afterEach(() => world.close());

  const answer = (member: string, text = GOOD_ANSWER) =>
    world.say('answer question:dropout-effect', { member, fields: { answer: text } });

  /** An answer with a score of its own, now, as if it had been graded so. */
  async function score(name: string, points: number, zone?: string): Promise<void> {
    const member = await world.store.member({
      door: 'test',
      workspace: 'team',
      member: name,
      name,
      admin: false,
    });
    calls += 1;
    await world.store.recordAnswer({
      interactionId: `s${calls}`,
      member,
      questionId: `q${calls}`,
      level: 1,
      kind: 'daily',
      text: 'x',
      score: points,
      covered: [],
      version: '1',
      at: world.clock.now(),
      localDate: new Intl.DateTimeFormat('sv-SE', { timeZone: zone ?? 'Asia/Seoul' }).format(
        world.clock.now(),
      ),
      active: points >= 40,
      pointsFor: () => points,
    });
  }

  it('rank by points with names and the own place, as a picture that says so in words, and ping nobody', async () => {
    await answer('지우', WEAK_ANSWER);
    await answer('@everyone');
    const reply = await world.say('leaderboard', { member: '지우' });
    expect(reply.mode).toBe('channel');
    const chart = chartOf(reply.card);
    expect(chart?.rows.map((row) => [row.place, row.name, row.self, row.streak])).toEqual([
      [1, '@everyone', false, 1],
      [2, '지우', true, 0],
    ]);
    expect(chart?.alt).toMatch(/^이번 주 순위\. 1위 @everyone 75점, 2위 지우 [\d.]+점\.$/);
    expect(words(reply)).toContain('지우 님은 2위예요');
    expect(words(reply)).toContain('이번 주 2명이 답했어요');
    expect(JSON.stringify(reply.card)).not.toMatch(/<@|"mention"/);
  });

  it('are a list as well, for those who read', async () => {
    await answer('지우');
    const reply = await world.say('leaderboard-list', { member: '지우', locale: 'en' });
    expect(reply.mode).toBe('private');
    expect(listed(reply.card)).toEqual([
      { place: 1, name: '지우', value: '75 points', note: '1 answer · ∇ 1', self: true },
    ]);
  });

  it('leave out last week’s points this week', async () => {
    await answer('minseo');
    world.clock.advance(8 * DAY);
    expect(words(await world.say('leaderboard'))).toContain('아직 점수를 얻은 사람이 없어요');
    expect(words(await world.say('leaderboard period:all'))).toContain('1위 minseo');
  });

  it('show the own place with its neighbours behind the first ten, and say so where there is none', async () => {
    for (let i = 0; i < 13; i++) await score(`m${i}`, 100 - i);
    const reply = await world.say('leaderboard', { member: 'm11' });
    expect(chartOf(reply.card)?.rows.map((row) => row.place)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(words(reply)).toContain('m11 님은 12위예요 · 89점');
    expect(chartOf(reply.card)?.alt).toContain('3위 m2 98점, 12위 m11 89점');
    expect(words(await world.say('leaderboard', { member: 'new' }))).toContain('new 님은 아직 점수가 없어요');
  });

  it('put equals in the order of the rule: fewer answers, then earlier', async () => {
    await score('late', 80);
    await score('two', 40);
    await score('two', 40);
    world.clock.advance(-1000);
    await score('early', 80);
    const rows = listed((await world.say('leaderboard-list')).card);
    expect(rows.map((row) => [row.place, row.name])).toEqual([
      [1, 'early'],
      [2, 'late'],
      [3, 'two'],
    ]);
  });

  it('begin the week by the channel’s clock', async () => {
    await world.store.subscribe({
      ...subscription(Number.MAX_SAFE_INTEGER),
      door: 'test',
      place: PLACE,
      timeZone: 'America/New_York',
    });
    world.clock.at = Date.parse('2026-11-23T01:00:00Z'); // Monday in Seoul, still Sunday in New York
    await score('ny', 50, 'America/New_York');
    expect(words(await world.say('leaderboard'))).toContain('1위 ny');
    expect(words(await world.say('leaderboard', { channel: 'elsewhere' }))).toContain('아직 점수를');
  });

  it('rank running streaks as they are now, over midnight and vacations', async () => {
    for (let day = 0; day < 3; day++) {
      await score('steady', 50);
      if (day > 0) await score('newer', 90);
      world.clock.advance(DAY);
    }
    const streaks = async () =>
      listed((await world.say('leaderboard-list by:streak')).card).map((row) => [row.name, row.value]);
    expect(await streaks()).toEqual([
      ['steady', '3일'],
      ['newer', '2일'],
    ]);
    await score('newer', 90);
    // Equal now: who has answered less often.
    expect(await streaks()).toEqual([
      ['steady', '3일'],
      ['newer', '3일'],
    ]);
    world.clock.advance(2 * DAY);
    expect(await streaks()).toEqual([]);
  });

  it('rank by the rise of the mean from the period before, and explain it', async () => {
    for (const points of [20, 30, 40]) await score('riser', points);
    for (const points of [90, 90, 90]) await score('steady', points);
    world.clock.advance(20 * DAY);
    for (const points of [60, 70, 80]) await score('riser', points);
    for (const points of [80, 90, 90]) await score('steady', points);
    const reply = await world.say('leaderboard by:improved', { member: 'steady' });
    expect(chartOf(reply.card)?.rows).toMatchObject([{ name: 'riser', figure: '+40점 (30 → 70)' }]);
    expect(words(reply)).toContain('steady 님은 이 순위에 없어요');
    expect(words(reply)).toContain('지난달 평균을 뺐어요');
  });

  it.each([
    ['leaderboard period:all by:improved', 'period:week나 period:month'],
    ['leaderboard by:luck', 'points, streak, improved'],
    ['leaderboard period:century', 'week, month, all'],
    ['teams count:1', '2~6'],
    ['teams count:7', '6'],
  ])('refuse %s and say what is allowed', async (line, allowed) => {
    const reply = await world.say(line, { admin: true });
    expect(words(reply)).toContain(allowed);
    expect(reply.card.tone).not.toBe('good');
  });

  it('take the values in Korean as well', async () => {
    await score('지우', 50);
    expect(words(await world.say('순위 by:이어가기'))).toContain('이어가기 순위');
  });

  describe('with teams', () => {
    it('are for admins to switch on, deal everybody who plays, and show means of those who answered', async () => {
      for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) await score(name, 90 - index * 10);
      world.clock.advance(7 * DAY);
      expect(words(await world.say('teams count:2'))).toContain('관리자만');
      const dealt = words(await world.say('teams count:2', { admin: true }));
      expect(dealt).toContain('Adam · 2명\na, d');
      expect(dealt).toContain('Momentum · 2명\nb, c');
      await score('a', 100);
      await score('b', 40);
      await score('c', 80);
      await score('late', 10);
      const rows = listed((await world.say('leaderboard', { member: 'c' })).card);
      expect(rows.map((row) => [row.place, row.name, row.value, row.note, row.self])).toEqual([
        [1, 'Momentum', '60점', '2명 중 2명이 답했어요', true],
        [2, 'Adam', '55점', '3명 중 2명이 답했어요', false],
      ]);
      expect(words(await world.say('teams', { admin: true }))).toContain('a, d, late');
      expect(words(await world.say('teams count:0', { admin: true }))).toContain('따로 겨뤄요');
      expect(listed((await world.say('leaderboard')).card)).toEqual([]);
    });

    it('stay as they are when the same number is set again', async () => {
      await score('a', 90);
      await world.say('teams count:3', { admin: true });
      await score('b', 10);
      const before = words(await world.say('teams', { admin: true }));
      expect(words(await world.say('teams count:3', { admin: true }))).toBe(before);
    });
  });
});
