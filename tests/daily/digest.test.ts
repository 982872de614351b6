import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/plain.ts';
import type { Member, Subscription } from '../../src/core/store.ts';
import { type DigestSettings, digestKey, LEASE_MS, postDigests } from '../../src/daily/digest.ts';
import { hardestOf, termToLearn } from '../../src/daily/digest-card.ts';
import { localDateOf } from '../../src/habits/day.ts';
import { actor, answerOf } from '../contracts/store.ts';
import { Platform } from '../support/platform.ts';
import { claimPost } from '../support/posts.ts';
import { type SqliteUnderTest, sqliteStore } from '../support/sqlite.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import { memoryLog, realBank } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FRIDAY_NINE = Date.parse('2026-11-20T00:00:00Z'); // 09:00 in Seoul

describe('the weekly digest', () => {
  let under: SqliteUnderTest;
  let platform: Platform;
  let settings: DigestSettings;
  let sub: Subscription;
  let minseo: Member;

  beforeEach(async () => {
    under = sqliteStore();
    platform = new Platform();
    settings = {
      bank: realBank(),
      store: under.store,
      clock: { now: () => under.clock.at },
      log: memoryLog(),
      adapters: new Map([['door', platform]]),
    };
    under.clock.at = FRIDAY_NINE - 2 * DAY;
    sub = await under.store.subscribe(subscription(Number.MAX_SAFE_INTEGER));
    minseo = await under.store.member(actor('minseo'));
  });
  afterEach(() => under.close());

  const answer = (changes: Partial<Parameters<typeof answerOf>[1]> = {}, member = minseo) =>
    under.store.recordAnswer(
      answerOf(member, {
        at: under.clock.at,
        localDate: localDateOf(under.clock.at, 'Asia/Seoul'),
        pointsFor: () => 10,
        ...changes,
      }),
    );
  const keys = () => platform.messages.map((message) => message.key);

  it('comes once, on its weekday, at its time', async () => {
    await answer();
    const times: string[] = [];
    for (let tick = 0; tick < 7 * 24 * 4; tick++) {
      const before = platform.messages.length;
      await postDigests(settings);
      if (platform.messages.length > before)
        times.push(new Date(under.clock.at + 9 * HOUR).toISOString().slice(0, 16));
      under.clock.at += 15 * MINUTE;
    }
    expect(times).toEqual(['2026-11-20T09:00']);
    expect(keys()).toEqual(['digest-1-20261116']);
  });

  it('is late on the same date rather than lost, and not wanted the day after', async () => {
    await answer();
    under.clock.at = FRIDAY_NINE + 14 * HOUR;
    await postDigests(settings);
    expect(keys()).toHaveLength(1);
    under.clock.at = FRIDAY_NINE + 7 * DAY - HOUR;
    await answer({ interactionId: 'next' });
    under.clock.at = FRIDAY_NINE + 8 * DAY;
    await postDigests(settings);
    expect(keys()).toHaveLength(1);
  });

  it('waits for that day’s question', async () => {
    await answer();
    under.clock.at = FRIDAY_NINE;
    await under.store.settle([{ subscription: sub, nextDueAt: FRIDAY_NINE }]);
    await postDigests(settings);
    expect(keys()).toEqual([]);
    const post = await claimPost(under.store, sub, '2026-11-20', 'dropout-effect', FRIDAY_NINE + 3 * DAY);
    await postDigests(settings);
    expect(keys()).toEqual([]);
    await under.store.markPosted(post?.id ?? 0, 'ref');
    await postDigests(settings);
    expect(keys()).toHaveLength(1);
  });

  it.each([
    ['a week without answers', async () => undefined],
    [
      'a week whose first answer comes after its time',
      async () => {
        under.clock.at = FRIDAY_NINE + 1;
        await answer();
      },
    ],
    ['a paused subscription', async () => under.store.pause(sub.id).then(() => answer())],
    [
      'a subscription without a digest',
      async () =>
        under.store
          .subscribe({ ...subscription(Number.MAX_SAFE_INTEGER), digestWeekday: null })
          .then(() => answer()),
    ],
  ])('leaves %s alone', async (_, prepare) => {
    await prepare();
    under.clock.at = FRIDAY_NINE + HOUR;
    await postDigests(settings);
    expect(keys()).toEqual([]);
  });

  it('tells on a Monday of the week before, in zones far from UTC as well', async () => {
    for (const [index, timeZone] of ['Pacific/Apia', 'America/New_York', 'Asia/Seoul'].entries())
      await under.store.subscribe({
        ...subscription(Number.MAX_SAFE_INTEGER),
        place: { ...PLACE, channel: `c${index}` },
        timeZone,
        digestWeekday: 1,
      });
    await answer();
    const posted: string[] = [];
    for (under.clock.at = FRIDAY_NINE + 2 * DAY; posted.length < 3; under.clock.at += HOUR) {
      await answer({ interactionId: `more ${under.clock.at}` });
      await postDigests(settings);
      for (const { key, channel } of platform.messages.slice(posted.length))
        posted.push(`${channel} ${key.slice(-8)} ${new Date(under.clock.at).toISOString().slice(0, 13)}`);
    }
    expect(posted).toEqual([
      'c0 20261116 2026-11-22T20', // 09:00 in Apia, UTC+13
      'c2 20261116 2026-11-23T00',
      'c1 20261116 2026-11-23T14',
    ]);
  });

  it('is sent once when the platform took it and the answer was lost', async () => {
    await answer();
    under.clock.at = FRIDAY_NINE;
    platform.failure = 'after';
    await postDigests(settings);
    await postDigests(settings);
    expect([keys().length, platform.finds]).toEqual([1, 0]);
    under.clock.at += LEASE_MS + 1;
    await postDigests(settings);
    await postDigests(settings);
    expect([keys().length, platform.finds]).toEqual([1, 1]);
    expect(await under.store.unfinishedDigests(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  it('is sent again when it never arrived, after a restart too, and given up when its day is over', async () => {
    await answer();
    under.clock.at = FRIDAY_NINE;
    platform.failure = 'before';
    await postDigests(settings);
    settings = { ...settings, store: await under.reopen() };
    under.clock.at += LEASE_MS + 1;
    platform.failure = 'before';
    await postDigests(settings);
    expect(keys()).toEqual([]);
    under.clock.at = FRIDAY_NINE + 7 * DAY; // the next digest's day, and not the claimed one's
    await postDigests(settings);
    expect(keys()).toEqual([]);
    expect(await settings.store.unfinishedDigests(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  it('is sent by one of two processes', async () => {
    await answer();
    under.clock.at = FRIDAY_NINE;
    await Promise.all([postDigests(settings), postDigests(settings)]);
    expect(keys()).toHaveLength(1);
  });

  it('is given up where nothing can be posted, and tried again next week', async () => {
    await answer();
    under.clock.at = FRIDAY_NINE;
    platform.failure = 'forbidden';
    await postDigests(settings);
    under.clock.at += LEASE_MS + 1;
    await postDigests(settings);
    expect(keys()).toEqual([]);
    under.clock.at = FRIDAY_NINE + 7 * DAY - HOUR;
    await answer({ interactionId: 'next' });
    under.clock.at = FRIDAY_NINE + 7 * DAY;
    await postDigests(settings);
    expect(keys()).toEqual(['digest-1-20261123']);
  });

  it('shows the board, a consented answer with its author, the hardest question and a term', async () => {
    const jiwoo = await under.store.member(actor('jiwoo'));
    const post = await claimPost(under.store, sub, '2026-11-18', 'dropout-effect', Number.MAX_SAFE_INTEGER);
    const daily = { kind: 'daily', postId: post?.id ?? 0, questionId: 'dropout-effect' } as const;
    await answer({ ...daily, score: 95, text: '비밀', covered: [] });
    const shared = await answer({ ...daily, score: 70, text: '@everyone 뉴런을 꺼요' }, jiwoo);
    await under.store.shareAnswer(jiwoo, shared.answer.id);
    under.clock.at = FRIDAY_NINE;
    await postDigests(settings);
    const shown = cardText(platform.messages[0]?.card ?? { tone: 'neutral', blocks: [] });
    const question = realBank().questions.get('dropout-effect');
    for (const words of [
      '1. name of',
      '2명이 답했어요',
      '@everyone 뉴런을 꺼요',
      'name of jiwoo 님 · 70점',
      question?.question.ko ?? '?',
      '평균은 83점',
      '하나 더 배워요: ',
    ])
      expect(shown).toContain(words);
    expect(shown).not.toContain('비밀');
    expect(JSON.stringify(platform.messages)).not.toMatch(/<@|"mention"/);
  });

  it('keeps its key within Discord’s 25 characters of a nonce', () => {
    expect(
      digestKey({ subscription: { ...sub, id: 1_234_567 }, week: '2026-11-16' }).length,
    ).toBeLessThanOrEqual(25);
  });
});

describe('what a digest picks', () => {
  const asked = (questionId: string, mean: number, answers: number) => ({
    questionId,
    mean,
    answers,
    covered: [],
  });
  it('is the lowest mean of two answers or more, the earlier of equals', () => {
    expect(hardestOf([asked('a', 10, 1), asked('b', 40, 2), asked('c', 40, 3)])?.questionId).toBe('b');
    expect(hardestOf([asked('a', 10, 1)])).toBeUndefined();
  });

  it('is one of the question’s own terms, the same every time', () => {
    for (const question of realBank().questions.values()) {
      const week = { ...asked(question.id, 30, 2), covered: [[question.points[0]?.id ?? '']] };
      const term = termToLearn(question, week, realBank());
      if (term === undefined) expect(question.terms).toEqual([]);
      else expect(question.terms).toContain(term.id);
      expect(termToLearn(question, week, realBank())).toBe(term);
    }
  });
});
