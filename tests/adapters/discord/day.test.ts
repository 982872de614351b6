import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { refreshPosts } from '../../../src/daily/refresh.ts';
import { dailyRun, subscribeChannel } from '../../support/discord/daily.ts';
import { type DiscordDoor, JIWOO, LEAD, MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL, GUILD, OWNER } from '../../support/discord/people.ts';
import { linesOf, textOf } from '../../support/discord/reading.ts';
import { refusal } from '../../support/discord/server.ts';
import { unfinishedPosts } from '../../support/posts.ts';
import { GOOD_ANSWER } from '../../support/world.ts';

/** A day on Discord: the real discord.js, real HTTP and WebSocket, a real database; every body within its limits. */

let door: DiscordDoor;

const daily = () => dailyRun(door);

beforeEach(async () => {
  door = await openDoor();
  await subscribeChannel(door);
});
afterEach(async () => {
  const faults = [...door.discord.faults];
  await door.close();
  expect(faults).toEqual([]);
});

const posted = () => door.discord.in(CHANNEL);

describe('a day on Discord', () => {
  it('goes from the question to the grade, the board, a demo, a look-up and a quiz', async () => {
    await postDue(daily());
    await postDue(daily());
    expect(posted()).toHaveLength(1);
    const question = posted()[0];
    expect(textOf(question?.body)).toContain('오늘의 질문');
    const lines = linesOf(question?.body);
    expect([...lines.keys()]).toEqual(['답하기', '힌트', '모범 답안']);

    const under = { id: question?.id ?? '', private: false };
    const modal = await door.interact({ kind: 'button', line: lines.get('답하기') ?? '', by: MINSEO, under });
    expect(modal.type).toBe(9);
    const { custom_id: submit } = modal.data as { custom_id: string };
    const graded = await door.interact({
      kind: 'form',
      line: submit,
      fields: { answer: GOOD_ANSWER },
      by: MINSEO,
      under,
    });
    expect(graded.original?.private).toBe(true);
    expect(textOf(graded.original?.body)).toMatch(/\d+\/100/);

    await refreshPosts(daily(), 'discord');
    expect(textOf(posted()[0]?.body)).toContain('1명이 답했고');
    expect(posted()[0]?.edits).toBe(1);
    await refreshPosts(daily(), 'discord');
    expect(posted()[0]?.edits).toBe(1);

    const board = await door.interact({
      kind: 'slash',
      command: 'leaderboard',
      options: { period: 'all' },
      by: JIWOO,
    });
    expect(board.original?.private).toBe(false);
    const stats = await door.interact({ kind: 'slash', command: 'me stats', by: MINSEO, locale: 'en-US' });
    expect(textOf(stats.original?.body)).toContain('Your record');

    const demo = await door.interact({
      kind: 'slash',
      command: 'demo',
      options: { name: 'gradient-descent', params: 'lr=0.2 steps=10' },
      by: JIWOO,
    });
    const [png] = [...(demo.original?.files.values() ?? [])];
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');

    const typing = await door.interact({
      kind: 'complete',
      command: 'lookup',
      options: { query: 'ㄷㄹㅇㅇ' },
      focused: 'query',
      by: JIWOO,
    });
    const { choices } = typing.data as { choices: { name: string; value: string }[] };
    expect(choices.map((one) => one.value)).toContain('term:dropout');
    expect(choices.length).toBeLessThanOrEqual(25);
    const term = await door.interact({
      kind: 'slash',
      command: 'lookup',
      options: { query: 'term:dropout' },
      by: JIWOO,
    });
    expect(textOf(term.original?.body)).toContain('드롭아웃');

    const quiz = await door.interact({
      kind: 'slash',
      command: 'quiz',
      options: { topic: 'deep-learning' },
      by: JIWOO,
    });
    const another = linesOf(quiz.original?.body).get('다른 질문') ?? '';
    const next = await door.interact({
      kind: 'button',
      line: another,
      by: JIWOO,
      under: { id: '1', private: true },
    });
    expect([next.type, next.replaced?.private]).toEqual([6, true]);
    expect(textOf(next.replaced?.body)).not.toBe(textOf(quiz.original?.body));
  });

  it('shows every declared example as a message within the limits', async () => {
    for (const command of door.world.bot.commands) {
      for (const line of command.examples) {
        const shown = await door.interact({
          kind: 'button',
          line,
          by: LEAD,
          under: { id: '1', private: true },
        });
        expect(shown.type, line).toBeDefined();
      }
    }
  });

  it('grades a message from its menu: an own one is recorded, another one is not', async () => {
    const grade = (by: typeof MINSEO, author: typeof MINSEO) =>
      door.interact({
        kind: 'menu of a message',
        command: 'Grade this answer',
        by,
        message: { content: GOOD_ANSWER, author },
      });
    expect(textOf((await grade(MINSEO, MINSEO)).original?.body)).toContain('아직 올라온 질문이 없어서');
    await postDue(daily());
    const post = await door.world.store.latestPost('discord', PLACE);
    expect(textOf((await grade(JIWOO, MINSEO)).original?.body)).toContain('기록하지 않았어요');
    expect((await door.world.store.post(post?.id ?? 0))?.count).toBe(0);
    await grade(MINSEO, MINSEO);
    expect((await door.world.store.post(post?.id ?? 0))?.count).toBe(1);
  });

  it('answers in a direct chat, where each person is a workspace of their own', async () => {
    const help = await door.interact({
      kind: 'slash',
      command: 'help',
      by: MINSEO,
      guild: false,
      locale: 'ja',
    });
    expect(textOf(help.original?.body)).toContain('One machine-learning interview question');
  });

  it('lets only those who may manage the server use the commands of admins', async () => {
    const refused = await door.interact({ kind: 'slash', command: 'bank appeals', by: MINSEO });
    expect(textOf(refused.original?.body)).toContain('관리자만');
    const allowed = await door.interact({ kind: 'slash', command: 'bank appeals', by: LEAD });
    expect(textOf(allowed.original?.body)).toContain('살펴볼 요청이 없어요');
  });

  it.each([
    [10003, 404, '찾을 수 없어요'],
    [50013, 403, '권한이 없어요'],
    [50001, 403, '권한이 없어요'],
  ])('pauses a channel after error %d and tells the owner once', async (code, status, words) => {
    const answer = refusal(status, code, 'refused');
    door.discord.trouble.push({
      method: 'post',
      path: /^\/channels\/700000000000000020\/messages$/,
      answer,
      times: 99,
    });
    await postDue(daily());
    await postDue(daily());
    const told = [...door.discord.messages].filter(([id]) => id !== CHANNEL).flatMap(([, all]) => all);
    expect(told.map((one) => textOf(one.body)).join()).toContain(words);
    expect(told).toHaveLength(1);
    expect(await door.world.store.subscription('discord', PLACE)).toMatchObject({ paused: true });
    expect(door.discord.requests).toContain(`get /guilds/${GUILD}`);
    expect(OWNER).toBeDefined();
  });

  it('finds the message of a run that was cut off, even after the nonce is forgotten', async () => {
    const path = /^\/channels\/700000000000000020\/messages$/;
    // The post arrives each time; its answer never does.
    door.discord.trouble.push({ method: 'post', path, answer: 'cut after', times: 5 });
    await postDue(daily());
    expect(posted()).toHaveLength(1);
    expect(await unfinishedPosts(door.world.store)).toHaveLength(1);
    for (const message of posted()) message.nonce = 'forgotten';
    await door.restart();
    await postDue(daily());
    expect(posted()).toHaveLength(1);
    expect(await unfinishedPosts(door.world.store)).toEqual([]);
  });
});
