import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dailyCard } from '../../../src/commands/question-card.ts';
import { type DailySettings, postDue } from '../../../src/daily/post-due.ts';
import { refreshPosts } from '../../../src/daily/refresh.ts';
import { translator } from '../../../src/texts/index.ts';
import { type DiscordDoor, JIWOO, LEAD, MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL, GUILD, OWNER } from '../../support/discord/people.ts';
import { linesOf, textOf, until } from '../../support/discord/reading.ts';
import { refusal } from '../../support/discord/server.ts';
import { subscription } from '../../support/subscription.ts';
import { GOOD_ANSWER, realBank } from '../../support/world.ts';

/** A day on Discord: the real discord.js, real HTTP and WebSocket, a real database; every body within its limits. */

let door: DiscordDoor;

function daily(): DailySettings {
  const { world, adapter } = door;
  return {
    bank: realBank(),
    store: world.store,
    clock: world.clock,
    log: world.log,
    adapters: new Map([[adapter.name, adapter]]),
    cardOf: (post, locale) => {
      const question = realBank().questions.get(post.questionId);
      return question === undefined
        ? undefined
        : dailyCard(question, post.id, post, locale, translator(locale));
    },
  };
}

async function subscribe(): Promise<void> {
  const wanted = {
    ...subscription(door.world.clock.now()),
    door: 'discord',
    place: PLACE,
    timeOfDay: '09:00',
  };
  await door.world.store.subscribe(wanted);
}

beforeEach(async () => {
  door = await openDoor();
  await subscribe();
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
    expect(await door.world.store.unfinishedPosts()).toHaveLength(1);
    for (const message of posted()) message.nonce = 'forgotten';
    await door.restart();
    await postDue(daily());
    expect(posted()).toHaveLength(1);
    expect(await door.world.store.unfinishedPosts()).toEqual([]);
  });
});

describe('trouble on the way', () => {
  it('waits as told after 429 and goes on after 5xx and cut connections; nothing is posted twice, no answer lost', async () => {
    const { trouble } = door.discord;
    const limited = {
      status: 429,
      body: { message: 'slow', retry_after: 0.2, global: false },
      headers: { 'retry-after': '0.2' },
    };
    trouble.push({ method: 'post', path: /messages$/, answer: limited, times: 1 });
    trouble.push({ method: 'post', path: /messages$/, answer: refusal(502, 0, 'bad gateway'), times: 1 });
    trouble.push({ method: 'post', path: /messages$/, answer: 'cut after', times: 1 });
    await postDue(daily());
    expect(posted()).toHaveLength(1);

    trouble.push({ method: 'post', path: /callback$/, answer: 'cut after', times: 1 });
    trouble.push({ method: 'patch', path: /@original$/, answer: refusal(503, 0, 'down'), times: 1 });
    const line = linesOf(posted()[0]?.body).get('답하기') ?? '';
    const graded = await door.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, by: MINSEO });
    expect(textOf(graded.original?.body)).toMatch(/\d+\/100/);
    expect((await door.world.store.latestPost('discord', PLACE))?.count).toBe(1);
  });

  it('takes the connection up again and does what came meanwhile, once', async () => {
    const { gateway } = door.discord;
    await door.interact({ kind: 'button', line: 'help', by: MINSEO });
    gateway.replayAll = true;
    gateway.drop();
    const meanwhile = door.discord.interact({
      kind: 'form',
      line: 'answer question:dropout-effect',
      fields: { answer: GOOD_ANSWER },
      by: MINSEO,
    });
    await until(() => meanwhile.original !== undefined, 'the answer after a resume');
    expect([gateway.identifies, gateway.resumes]).toEqual([1, 1]);
    expect(
      textOf((await door.interact({ kind: 'slash', command: 'me stats', by: MINSEO })).original?.body),
    ).toContain('답 1번');
  });

  it('connects again after other ends of the connection, and says so when the token was revoked', async () => {
    const { gateway } = door.discord;
    gateway.closeWith(4000);
    await until(() => gateway.resumes === 1, 'the connection to be resumed');
    gateway.closeWith(4009);
    await until(() => gateway.resumes + gateway.identifies === 3, 'another connection');
    const shown = await door.interact({ kind: 'button', line: 'help', by: MINSEO });
    expect(shown.shown).toHaveLength(1);
    gateway.closeWith(4004);
    const said = () => door.world.log.lines.some((line) => line.message.includes('refused the token'));
    await until(said, 'word of the revoked token');
  });

  it('keeps buttons working after a restart', async () => {
    const before = await door.interact({
      kind: 'slash',
      command: 'quiz',
      options: { question: 'dropout-effect' },
      by: MINSEO,
    });
    const hint = linesOf(before.original?.body).get('힌트') ?? '';
    await door.restart();
    const after = await door.interact({
      kind: 'button',
      line: hint,
      by: MINSEO,
      under: { id: '1', private: true },
    });
    expect(textOf(after.original?.body)).toContain('힌트');
    expect(door.discord.commandWrites).toBe(1);
  });

  it('finishes what is in flight when it stops', async () => {
    const slow = door.discord.interact({
      kind: 'slash',
      command: 'demo',
      options: { name: 'optimizer-race' },
      by: MINSEO,
    });
    await until(() => slow.type !== undefined, 'the first answer');
    await door.adapter.stop();
    expect(slow.original?.files.size).toBe(1);
  });

  it('tells a fault to its author when a reply is refused', async () => {
    door.discord.trouble.push({
      method: 'patch',
      path: /@original$/,
      answer: refusal(400, 50035, 'Invalid Form Body'),
      times: 1,
    });
    const shown = await door.interact({ kind: 'slash', command: 'help', by: MINSEO });
    expect(textOf(shown.original?.body)).toContain('처리하지 못했어요');
  });

  it('tells a fault to its author when a form is refused', async () => {
    const answer = refusal(400, 50035, 'Invalid Form Body');
    door.discord.trouble.push({ method: 'post', path: /callback$/, answer, times: 1 });
    const asked = door.discord.interact({
      kind: 'button',
      line: 'answer question:dropout-effect',
      by: MINSEO,
    });
    await until(() => asked.original !== undefined, 'the fault');
    expect([asked.original?.private, textOf(asked.original?.body).includes('처리하지 못했어요')]).toEqual([
      true,
      true,
    ]);
  });
});
